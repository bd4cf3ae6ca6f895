package org.communitycontracts.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.communitycontracts.acts.RecordKey;
import org.communitycontracts.post.MailServer;
import org.communitycontracts.reporting.mailbox.Mailbox;
import org.communitycontracts.store.CannotStart;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.Inventory;
import org.communitycontracts.store.Keeping;
import org.communitycontracts.store.Sight;
import org.communitycontracts.store.SiteKey;
import org.communitycontracts.web.AddressMark;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All rooms, wired: the only place that asks the machine for the time. */
@SpringBootApplication(scanBasePackages = "org.communitycontracts", proxyBeanMethods = false)
class House {
    /** Opens the house for people, at the port the settings name; returns when it answers. */
    static ConfigurableApplicationContext open(Database database, Map<String, Object> settings) {
        return open(database, settings, Clock.systemUTC());
    }

    /** Opens the house by another clock than the machine's. */
    static ConfigurableApplicationContext open(Database database, Map<String, Object> settings, Clock clock) {
        return open(database, WebApplicationType.SERVLET, settings, clock);
    }

    /** Opens the house for a command, without a door to the street. */
    static ConfigurableApplicationContext openInside(Database database, DataFolder data) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("sample", "false", "data-folder", data.folder().toString()));
        data.address().ifPresent(address -> settings.put("site", address));
        return open(database, WebApplicationType.NONE, settings, Clock.systemUTC());
    }

    private static ConfigurableApplicationContext open(
            Database database, WebApplicationType type, Map<String, Object> settings, Clock clock) {
        return new SpringApplicationBuilder(House.class)
                .web(type)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(settings)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(Sight.class, database::source, bean -> bean.setDestroyMethodName(""));
                    beans.registerBean(Clock.class, () -> clock);
                })
                .run();
    }

    @Bean
    Inventory inventory() {
        return Inventory.of(DataFolder.ROOMS_WITH_TABLES);
    }

    @Bean
    Keeping keeping(JdbcClient sql, Inventory inventory) {
        return new Keeping(sql, inventory);
    }

    /** The site's secret: the setting {@code site.key} (SITE_KEY), else in the data folder. */
    @Bean
    SiteKey siteKey(Environment settings) {
        return SiteKey.of(settings.getProperty("site.key"), settings.getProperty("data-folder"));
    }

    @Bean
    AddressMark addressMark(SiteKey key, Clock clock) {
        return address -> HexFormat.of()
                .formatHex(
                        key.mark(
                                "address",
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                        .toString(),
                                address),
                        0,
                        12);
    }

    /** The key of the record of acts: in the file that RECORD_KEY names, else in the data folder, else for this run alone. */
    @Bean
    RecordKey recordKey(Environment settings) {
        String folder = settings.getProperty("data-folder");
        String file = settings.getProperty("RECORD_KEY", folder == null ? "" : folder + "/record.key");
        try {
            return file.isBlank() ? RecordKey.fresh() : RecordKey.in(Path.of(file));
        } catch (IOException fault) {
            throw new CannotStart(
                    "The key of the record of acts in " + file + " cannot be read or written. Check that you may.",
                    fault);
        } catch (IllegalArgumentException fault) {
            throw new CannotStart(String.valueOf(fault.getMessage()), fault);
        }
    }

    @Bean
    Mailbox mailbox(Environment settings) {
        try {
            return Mailbox.parse(settings.getProperty("MAILBOX", ""));
        } catch (IllegalArgumentException fault) {
            throw new CannotStart(String.valueOf(fault.getMessage()), fault);
        }
    }

    @Bean
    MailServer mailServer(Environment settings) {
        try {
            return MailServer.parse(settings.getProperty("MAIL_SERVER", ""), settings.getProperty("MAIL_FROM", ""));
        } catch (IllegalArgumentException fault) {
            throw new CannotStart(String.valueOf(fault.getMessage()), fault);
        }
    }
}
