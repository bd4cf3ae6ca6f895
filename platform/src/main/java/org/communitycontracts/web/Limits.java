package org.communitycontracts.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often one address and one account may send something, counted in the database and so by all nodes together: 120 forms a
 * minute, and 30 askings to sign in within 15 minutes from one address. Reading is not counted: public pages are cacheable,
 * and a proxy before the site is the place to slow a flood of them.
 */
@Component
@Order(-10)
class Limits extends OncePerRequestFilter {
    private static final Duration SIGN_IN_TIME = Duration.ofMinutes(15);

    private final @Nullable ProxyManager<String> buckets;
    private final ObjectProvider<AddressMark> marks;
    private final Watch watch;
    private final Whence whence;
    private final Pages pages;
    private final BucketConfiguration forms;
    private final BucketConfiguration signIns;

    Limits(
            ObjectProvider<DataSource> source,
            ObjectProvider<AddressMark> marks,
            Watch watch,
            Whence whence,
            Pages pages,
            Environment settings) {
        DataSource database = source.getIfAvailable();
        this.buckets = database == null ? null : manager(database);
        this.marks = marks;
        this.watch = watch;
        this.whence = whence;
        this.pages = pages;
        this.forms = upTo(settings.getProperty("limits.forms", Long.class, 120L), Duration.ofMinutes(1));
        this.signIns = upTo(settings.getProperty("limits.sign-ins", Long.class, 30L), SIGN_IN_TIME);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return buckets == null || !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        long wait = 0;
        for (Count count : counts(request)) {
            ConsumptionProbe probe = java.util.Objects.requireNonNull(buckets)
                    .builder()
                    .build(count.whose(), count::limit)
                    .tryConsumeAndReturnRemaining(1);
            wait = Math.max(wait, probe.getNanosToWaitForRefill());
        }
        if (wait == 0) {
            rest.doFilter(request, response);
            return;
        }
        watch.refused(request, "too often");
        long seconds = Duration.ofNanos(wait).toSeconds() + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        pages.write(response, HttpStatus.TOO_MANY_REQUESTS, Sorry.until(Duration.ofSeconds(seconds)));
    }

    private List<Count> counts(HttpServletRequest request) {
        String address = marks.getObject().of(whence.network(request));
        List<Count> counts = new ArrayList<>(List.of(new Count("address " + address, forms)));
        Principal account = request.getUserPrincipal();
        if (account != null) {
            counts.add(new Count("account " + account.getName(), forms));
        }
        if (request.getRequestURI().equals("/sign-in")) {
            counts.add(new Count("sign-in " + address, signIns));
        }
        return counts;
    }

    private record Count(String whose, BucketConfiguration limit) {}

    private static BucketConfiguration upTo(long times, Duration within) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(times)
                        .refillGreedy(times, within)
                        .build())
                .build();
    }

    private static ProxyManager<String> manager(DataSource database) {
        return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("web.bucket")
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(10)))
                .build();
    }
}
