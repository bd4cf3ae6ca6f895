package org.communitycontracts.standards.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an answer as XML: an empty element where nothing is known. */
final class XmlText {
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private XmlText() {}

    static byte[] write(String root, Said said) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            write(root, said, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException fault) {
            throw new IllegalStateException("An answer could not be written as XML", fault);
        }
        return bytes.toByteArray();
    }

    private static void write(String name, Said said, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(name);
        switch (said) {
            case Said.Text text -> {
                if (text.text() != null) {
                    xml.writeCharacters(writable(text.text()));
                }
            }
            case Said.Degrees degrees -> xml.writeCharacters(Double.toString(degrees.degrees()));
            case Said.Count count -> xml.writeCharacters(Long.toString(count.count()));
            case Said.Flag flag -> xml.writeCharacters(Boolean.toString(flag.yes()));
            case Said.Group group -> {
                for (var part : group.parts().entrySet()) {
                    write(part.getKey(), part.getValue(), xml);
                }
            }
            case Said.ListOf list -> {
                for (Said item : list.items()) {
                    write(list.each(), item, xml);
                }
            }
        }
        xml.writeEndElement();
    }

    /** XML 1.0 has no way at all to write most control characters, so they are left out. */
    private static String writable(String text) {
        return text.codePoints()
                .filter(point -> point == '\t'
                        || point == '\n'
                        || point == '\r'
                        || (point >= 0x20 && point <= 0xD7FF)
                        || (point >= 0xE000 && point <= 0xFFFD)
                        || point >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
