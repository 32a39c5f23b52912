package by.belparcel.console.bench;

import by.belparcel.console.AppFolder;
import by.belparcel.console.AppProcess;
import by.belparcel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database with a pick-up point full of parcels, for measurements at its counter. */
final class CounterField implements AutoCloseable {

    /** A pick-up point of the seed, which the tokens name. */
    static final String PVZ = "0190a001-0000-7000-8000-000000000001";

    /** The client with {@value #MANY} parcels. */
    static final String BUSY_CLIENT = "900001";

    static final int MANY = 10_000;

    /** The setting that turns a process to gRPC. */
    static final String GRPC = "EDGE_FACE=grpc";

    private static final String FUNCTIONS = "processParcels,listClientParcels";
    private static final int START_SECONDS = 60;

    private final EmbeddedPostgres postgres;

    private CounterField(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** @param parcels that lie there to be issued: numbers 1 to parcels, each of a client of its own */
    static CounterField with(int parcels) throws IOException, SQLException, InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary());
        AppFolder.migrate(postgres.dsn());
        CounterField field = new CounterField(postgres);
        field.parcels(1, parcels, "n::text");
        field.parcels(parcels + 1, parcels + MANY, "'" + BUSY_CLIENT + "'");
        field.execute("update pickup_points.point set stock = (select count(*) from pickup_points.parcel) where id = '"
                + PVZ + "'");
        field.execute("analyze pickup_points.parcel");
        return field;
    }

    /** @param settings NAME=value */
    AppProcess begin(List<String> settings) throws IOException {
        String arguments = settings.contains(GRPC) ? "@grpc.args" : "@java.args";
        return AppProcess.start(List.of(arguments), FUNCTIONS, postgres.dsn(), "127.0.0.1:1", settings);
    }

    /** The same, once it is ready. */
    AppProcess serve(List<String> settings) throws IOException, InterruptedException {
        AppProcess process = begin(settings);
        process.awaitReady(START_SECONDS);
        return process;
    }

    /** Rows of tables and indexes that the database has read since it was made: what its queries cost. */
    long rowsRead() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select sum(tup_returned + tup_fetched) from pg_stat_database")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void parcels(int from, int to, String client) throws SQLException {
        execute("""
                insert into pickup_points.parcel (id, external_ref, client_id, pvz_id, state, version, packaging, weight_g,
                    price_kopecks, surcharge_kopecks, source, accepted_at, storage_until, created_at, updated_at)
                select uuidv7(), n, %s, '%s', 'ACCEPTED', 1, 'NONE', 500, 1000, 0, 'COURIER', now(),
                    now() + interval '7 days', now() - n * interval '1 second', now()
                from generate_series(%d, %d) n""".formatted(client, PVZ, from, to));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
