package by.belparcel.routing.plan;

import com.graphhopper.jsprit.core.problem.cost.VehicleRoutingActivityCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import java.util.Map;

/** What a missed window costs. */
final class JspritLateness implements VehicleRoutingActivityCosts {

    private final Map<String, Job> jobs;
    private final double perSecond;

    JspritLateness(Map<String, Job> jobs, double perSecond) {
        this.jobs = jobs;
        this.perSecond = perSecond;
    }

    @Override
    public double getActivityCost(TourActivity activity, double arrival, Driver driver, Vehicle vehicle) {
        if (activity instanceof TourActivity.JobActivity of) {
            Job job = jobs.get(of.getJob().getId());
            return job == null ? 0 : Schedule.late(job, arrival) * perSecond;
        }
        return 0;
    }

    @Override
    public double getActivityDuration(TourActivity activity, double arrival, Driver driver, Vehicle vehicle) {
        return activity.getOperationTime();
    }
}
