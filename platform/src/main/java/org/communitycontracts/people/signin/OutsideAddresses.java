package org.communitycontracts.people.signin;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where this program connects to on somebody's word: out into the world, never into the network it stands in. A council's
 * administrator may name any staff directory, and each address that the name leads to is looked at as it is connected to, so
 * that no later change of the name leads inside. Hosts inside that are meant are named by whoever keeps the machine, in the
 * setting {@code DIRECTORY_HOSTS}, with commas between.
 */
@Component
class OutsideAddresses implements DnsResolver {
    /** Set apart by the registries of special addresses (RFC 6890), where the JDK has no word for them. */
    private static final Set<IpAddressMatcher> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "198.18.0.0/15",
                    "240.0.0.0/4",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "2002::/16",
                    "fc00::/7")
            .map(IpAddressMatcher::new)
            .collect(Collectors.toUnmodifiableSet());

    private static final int MOST = 1 << 20;

    private final Set<String> meant;

    OutsideAddresses(Environment settings) {
        this.meant = Arrays.stream(settings.getProperty("DIRECTORY_HOSTS", "").split(",", -1))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What goes out by these addresses alone, follows no redirect, keeps no cookies and reads no more than 1 MiB.
     *
     * @param patience how long it waits, for a connection and for each piece of an answer
     */
    ClientHttpRequestFactory web(Duration patience) {
        HttpComponentsClientHttpRequestFactory web = new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(this)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(patience))
                                .setSocketTimeout(Timeout.of(patience))
                                .build())
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .addResponseInterceptorFirst(OutsideAddresses::bound)
                .build());
        web.setConnectionRequestTimeout(patience);
        web.setReadTimeout(patience);
        return web;
    }

    /** What comes is read whole, and no more of it than anything we ask for could be. */
    private static void bound(HttpResponse response, EntityDetails said, HttpContext context) throws IOException {
        if (response instanceof ClassicHttpResponse answer && answer.getEntity() != null) {
            HttpEntity entity = answer.getEntity();
            byte[] body = entity.getContent().readNBytes(MOST + 1);
            if (body.length > MOST) {
                throw new IOException("An answer of more than " + MOST + " bytes is not read");
            }
            answer.setEntity(new ByteArrayEntity(body, ContentType.parse(entity.getContentType())));
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!meant.contains(host.toLowerCase(Locale.ROOT))
                && Arrays.stream(found).anyMatch(OutsideAddresses::isInside)) {
            throw new UnknownHostException(host
                    + " lies inside the network of this program; if that is meant, name it in" + " DIRECTORY_HOSTS");
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    private static boolean isInside(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address six && six.isIPv4CompatibleAddress())
                || SPECIAL.stream().anyMatch(network -> network.matches(address.getHostAddress()));
    }
}
