package org.communitycontracts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes into the log who came in and what was refused, so that whoever keeps the machine sees somebody trying doors: what, at
 * which kind of address, and marks of the network and the account that are others each day. Never a name, an address or a
 * secret. What people do once they are in stands in the record of acts.
 */
@Component
public class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final ObjectProvider<AddressMark> marks;
    private final Whence whence;

    Watch(ObjectProvider<AddressMark> marks, Whence whence) {
        this.marks = marks;
        this.whence = whence;
    }

    /**
     * Somebody was refused.
     *
     * @param what words of ours, never what was sent
     */
    public void refused(HttpServletRequest request, String what) {
        write("Refused", request, what);
    }

    /** Somebody was let in. */
    public void passed(HttpServletRequest request, String what) {
        write("Passed", request, what);
    }

    private void write(String came, HttpServletRequest request, String what) {
        Principal account = request.getUserPrincipal();
        LOG.info(
                "{}: {} at {} {} from {} as {}",
                came,
                what,
                request.getMethod(),
                Faults.route(request),
                mark(whence.network(request)),
                account == null ? "nobody" : mark(account.getName()));
    }

    private String mark(String whose) {
        AddressMark mark = marks.getIfAvailable();
        return mark == null ? "unknown" : mark.of(whose);
    }
}
