package by.belparcel.runner.main;

import by.belparcel.runner.manifest.JobManifest;
import by.belparcel.runner.serving.ProcessLauncher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the Jobs of the manifests, one after another, each until it succeeds or its attempts are used up. */
final class Jobs {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Plan plan;
    private final ProcessLauncher launcher;
    private final Progress progress;

    Jobs(Plan plan, ProcessLauncher launcher, Progress progress) {
        this.plan = plan;
        this.launcher = launcher;
        this.progress = progress;
    }

    void run(List<JobManifest> jobs) throws InterruptedException {
        for (JobManifest job : jobs) {
            long started = System.nanoTime();
            run(job);
            progress.done("Job " + job.key().name(), started);
        }
    }

    private void run(JobManifest job) throws InterruptedException {
        String name = "job-" + job.key().name();
        Duration pause = FIRST_PAUSE;
        for (int attempt = 0; ; attempt++) {
            Process process = launcher.start(plan.launch(job), Map.of(), name, name);
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            } else if (process.exitValue() == 0) {
                return;
            }
            if (attempt >= job.backoffLimit()) {
                throw new RunnerException("Job " + job.key().name() + " failed: "
                        + launcher.lastLine(name).orElse("no output") + " (the whole log: " + launcher.log(name) + ")");
            }
            progress.say("Job " + job.key().name() + " failed, next attempt in " + pause.toSeconds() + " s: "
                    + launcher.lastLine(name).orElse("no output"));
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            pause = pause.multipliedBy(2);
        }
    }
}
