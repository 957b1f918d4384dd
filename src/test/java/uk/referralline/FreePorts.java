package uk.referralline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports for servers that have to know theirs before they listen. They lie below those that an operating system gives out by itself
 * (from 32768 on Linux, 49152 elsewhere): a port that it had given out and taken back could go to a connection before the server
 * listens on it.
 */
final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;
    private static final int STRIDE = 97;

    /** Test runs side by side begin at different places. */
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * STRIDE % COUNT));

    private FreePorts() {}

    static int next() {
        return run(1);
    }

    /** The first of two that follow each other. */
    static int pair() {
        return run(2);
    }

    private static int run(int length) {
        return IntStream.generate(() -> FIRST + NEXT.getAndAdd(length) % (COUNT - 1))
                .limit(COUNT)
                .filter(first -> IntStream.range(first, first + length).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no port is free for a test"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
