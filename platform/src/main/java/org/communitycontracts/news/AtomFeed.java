package org.communitycontracts.news;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.reporting.EventWords;
import org.communitycontracts.reporting.Story;

/** What happened to reports, as an Atom feed (RFC 4287): the newest first, each entry under an address that stays. */
final class AtomFeed {
    private record Entry(String id, String page, String title, String text, Instant at, Instant recorded) {}

    private final String title;
    private final String page;
    private final String self;
    private final Instant changed;
    private final List<Entry> entries = new ArrayList<>();

    AtomFeed(String title, String page, String self, Instant changed) {
        this.title = title;
        this.page = page;
        this.self = self;
        this.changed = changed;
    }

    void add(Story story, String address) {
        int place = 0;
        for (Happening happening : story.happenings()) {
            entries.add(new Entry(
                    address + "#" + ++place,
                    address,
                    Notices.title(story.report()),
                    EventWords.of(happening.event()),
                    happening.at(),
                    happening.recorded()));
        }
    }

    byte[] bytes(int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            element(xml, "id", self);
            element(xml, "title", title);
            element(xml, "updated", changed.toString());
            link(xml, "self", self);
            link(xml, "alternate", page);
            xml.writeStartElement("author");
            element(xml, "name", "Community Contracts");
            xml.writeEndElement();
            for (Entry entry : entries.stream()
                    .sorted(Comparator.comparing(Entry::recorded).reversed().thenComparing(Entry::id))
                    .limit(most)
                    .toList()) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException fault) {
            throw new IllegalStateException("A feed could not be written", fault);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", entry.id());
        element(xml, "title", entry.title());
        element(xml, "published", entry.at().toString());
        element(xml, "updated", entry.recorded().toString());
        link(xml, "alternate", entry.page());
        element(xml, "summary", entry.text());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }
}
