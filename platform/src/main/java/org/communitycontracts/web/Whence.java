package org.communitycontracts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * From where a request comes. Proxies before the site are believed only when the setting {@code TRUSTED_PROXIES} names them, as
 * addresses or networks with commas between: then the last address in {@code X-Forwarded-For} that is none of them counts.
 */
@Component
class Whence {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final int HALF = 8;

    private final List<IpAddressMatcher> trusted;

    Whence(Environment settings) {
        this.trusted = Arrays.stream(settings.getProperty("TRUSTED_PROXIES", "").split(",", -1))
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    /** The address of whoever asks. */
    String address(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        List<String> before = Collections.list(request.getHeaders(FORWARDED)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(Whence::withoutPort)
                .toList();
        for (String each : before.reversed()) {
            if (!isTrusted(address) || !isAddress(each)) {
                return address;
            }
            address = each;
        }
        return address;
    }

    /** The network that one household or one office has: of an IPv6 address the first 64 bits, of an IPv4 address all of it. */
    String network(HttpServletRequest request) {
        String address = address(request);
        try {
            byte[] bits = InetAddress.getByName(address).getAddress();
            return bits.length == 2 * HALF
                    ? InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(bits, HALF), 2 * HALF))
                                    .getHostAddress()
                            + "/64"
                    : address;
        } catch (UnknownHostException _) {
            return address;
        }
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    /** Some proxies write the port too: {@code 192.0.2.1:4711} or {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String text) {
        return text.strip()
                .replaceFirst("^\\[([^\\]]*)](:[0-9]{1,5})?$", "$1")
                .replaceFirst("^([0-9.]+):[0-9]{1,5}$", "$1");
    }

    /** Digits, colons and dots alone: a name is never looked up. */
    private static boolean isAddress(String text) {
        return text.matches("[0-9a-fA-F:.]{3,45}") && (text.contains(".") || text.contains(":"));
    }
}
