package uk.referralline.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL of our own in a folder, kept between runs: what a fresh machine has instead of {@code DATABASE_URL}. It
 * listens on loopback only and is as durable as any other.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** PostgreSQL's major version; another one could not read the folder. */
    private static final String DATA = "postgres-17";

    private static final String PID_FILE = "postmaster.pid";

    private final EmbeddedPostgres postgres;
    private final FileChannel lock;

    private EmbeddedDatabase(EmbeddedPostgres postgres, FileChannel lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    /**
     * Starts it. A PostgreSQL that a killed line left behind in this folder is stopped first.
     *
     * @throws StartFailure if the folder cannot be used, or a line that is alive uses it
     */
    public static EmbeddedDatabase in(Path folder) {
        Path data = folder.resolve(DATA).toAbsolutePath();
        try {
            Files.createDirectories(folder);
            FileChannel lock = lock(folder);
            stopOrphan(data);
            return new EmbeddedDatabase(start(folder, data), lock);
        } catch (IOException | IllegalStateException wrong) {
            throw new StartFailure(
                    "The data folder " + folder
                            + " cannot be used: it must be a folder that this user can read and write.",
                    wrong);
        }
    }

    private static EmbeddedPostgres start(Path folder, Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(
                        folder.resolve("binaries").toAbsolutePath().toFile())
                .setPort(freePort())
                .setPGStartupWait(Duration.ofSeconds(20))
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "40")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Held until this process ends, however it ends, so that two lines never share one folder. */
    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!taken(channel)) {
            channel.close();
            throw new StartFailure("The data folder " + folder + " is in use: another line is already running on it.");
        }
        return channel;
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> orphan = Optional.of(lines.get(0).strip())
                .filter(pid -> pid.matches("[0-9]{1,10}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(process -> runsOn(process, data));
        if (orphan.isPresent()) {
            stop(orphan.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** By now the number in the file may belong to another process, even to somebody else's PostgreSQL. */
    private static boolean runsOn(ProcessHandle process, Path data) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                .isPresent();
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stuck) {
            throw new StartFailure("A database left behind by a killed line does not stop; end process " + process.pid()
                    + " and start again.");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The JDBC URL of the database, with its user. */
    public String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
            lock.close();
        } catch (IOException ignored) {
            // It is stopped at the next start, if it is still there.
        }
    }
}
