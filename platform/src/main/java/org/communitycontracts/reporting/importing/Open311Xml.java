package org.communitycontracts.reporting.importing;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads service requests from the XML of Open311 GeoReport v2. Document types and entities of a file's own are refused. */
final class Open311Xml implements RequestReader {
    private static final int LONGEST = 500;
    private static final int DEEPEST = 40;

    private final XMLStreamReader xml;
    private long line = 1;
    private boolean ended;

    Open311Xml(SourceFile file) throws WrongFile {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            xml = factory.createXMLStreamReader(file.bytes());
            String root = root();
            if (root.startsWith("error")) {
                throw new WrongFile("It is a server's message of an error, not a list of service requests: "
                        + BadRow.quoted(restOfText()));
            }
            if (!"service_requests".equals(root)) {
                throw new WrongFile("It holds <" + root + ">, not <service_requests>.");
            }
        } catch (XMLStreamException | RuntimeException fault) {
            throw new WrongFile("It begins like XML, but cannot be read as XML.");
        }
    }

    private String root() throws XMLStreamException, WrongFile {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new WrongFile("It declares a document type, which is not taken from strangers' files.");
            }
        }
        return BadRow.quoted(xml.getLocalName()).replace("\"", "");
    }

    private String restOfText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext() && text.length() < LONGEST) {
            if (xml.next() == XMLStreamConstants.CHARACTERS && !xml.getText().isBlank()) {
                text.append(xml.getText().strip()).append(' ');
            }
        }
        return text.toString();
    }

    @Override
    public List<String> columns() {
        return Open311Fields.READ;
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            return nextRequest();
        } catch (XMLStreamException | RuntimeException fault) {
            ended = true;
            return new Rejected(line, "The file is damaged or breaks off here; what came before is taken", List.of());
        }
    }

    private @Nullable Row nextRequest() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            line = Math.max(line, xml.getLocation().getLineNumber());
            if (event == XMLStreamConstants.START_ELEMENT) {
                return row(line);
            }
        }
        ended = true;
        return null;
    }

    private Row row(long from) throws XMLStreamException {
        Map<String, String> fields = fields();
        try {
            return new Taken(from, Open311Fields.request(fields, List.of()), Open311Fields.cells(fields));
        } catch (BadRow bad) {
            return new Rejected(from, bad.because(), Open311Fields.cells(fields));
        }
    }

    /** The texts of the elements directly inside the request that are read at all. */
    private Map<String, String> fields() throws XMLStreamException {
        Map<String, String> fields = new HashMap<>();
        StringBuilder text = new StringBuilder();
        String field = "";
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new XMLStreamException("Too deep");
                    }
                    field = depth == 2 ? xml.getLocalName() : field;
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth == 2 && text.length() < LONGEST) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth-- == 2 && Open311Fields.READ.contains(field)) {
                        fields.putIfAbsent(field, text.toString().strip());
                    }
                }
                default -> {}
            }
        }
        return fields;
    }
}
