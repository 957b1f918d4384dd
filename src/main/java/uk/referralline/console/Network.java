package uk.referralline.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The part of an address that a whole site or home shares: 24 bits of IPv4, 48 of IPv6, in hexadecimal. */
final class Network {
    private static final String LITERAL = "[0-9a-fA-F:.]{2,45}";

    private Network() {}

    /**
     * The network that a request comes from.
     *
     * @param peer who connected to us
     * @param forwarded what proxies say they were connected by, the nearest last; null when there is none
     */
    static String of(String peer, String forwarded) {
        byte[] near = bytes(peer);
        // Only a proxy of our own is this near, and it adds the address that it saw at the end.
        if (forwarded != null && isInside(near)) {
            String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            byte[] far = bytes(last);
            return prefix(far.length == 0 ? near : far);
        }
        return prefix(near);
    }

    private static String prefix(byte[] address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address, address.length == 4 ? 3 : Math.min(6, address.length)));
    }

    private static boolean isInside(byte[] address) {
        try {
            InetAddress peer = InetAddress.getByAddress(address);
            return peer.isLoopbackAddress() || peer.isSiteLocalAddress() || (address[0] & 0xfe) == 0xfc;
        } catch (UnknownHostException nonsense) {
            return false;
        }
    }

    /** Nothing when it is no address; a name is never looked up. */
    private static byte[] bytes(String address) {
        String bare = address.replace("[", "").replace("]", "");
        if (!bare.matches(LITERAL) || !(bare.contains(":") || bare.contains("."))) {
            return new byte[0];
        }
        try {
            return InetAddress.getByName(bare).getAddress();
        } catch (UnknownHostException nonsense) {
            return new byte[0];
        }
    }
}
