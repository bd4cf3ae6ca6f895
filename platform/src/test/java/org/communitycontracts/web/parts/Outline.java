package org.communitycontracts.web.parts;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A piece of HTML with all that does not matter taken off: white space, the order of attributes, the case of its text. */
final class Outline {
    /**
     * What we leave out on purpose: hooks for scripts we do not have, the role of a button on what is a link (without a
     * script it would not answer to the space bar), and add: the focus that leads to the errors without a script.
     */
    private static final Set<String> LEFT_OUT =
            Set.of("data-module", "data-prevent-double-click", "draggable", "tabindex", "autofocus");

    private Outline() {}

    static String of(String html) {
        try {
            StringBuilder outline = new StringBuilder();
            Node fragment = new HtmlDocumentBuilder().parseFragment(new InputSource(new StringReader(html)), "body");
            for (Node node = fragment.getFirstChild(); node != null; node = node.getNextSibling()) {
                add(outline, node, "");
            }
            return outline.toString();
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(StringBuilder outline, Node node, String indent) {
        if (node instanceof Element element) {
            outline.append(indent).append('<').append(element.getLocalName());
            attributes(element)
                    .forEach((name, value) -> outline.append(' ')
                            .append(name)
                            .append("=“")
                            .append(value)
                            .append('”'));
            outline.append(">\n");
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                add(outline, child, indent + "  ");
            }
        } else if (node.getNodeType() == Node.TEXT_NODE && !node.getNodeValue().isBlank()) {
            outline.append(indent)
                    .append(node.getNodeValue().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                    .append('\n');
        }
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> sorted = new TreeMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            boolean roleOfLink = attribute.getNodeName().equals("role")
                    && element.getLocalName().equals("a");
            if (!LEFT_OUT.contains(attribute.getNodeName()) && !roleOfLink) {
                sorted.put(
                        attribute.getNodeName(),
                        attribute.getNodeValue().strip().replaceAll("\\s+", " "));
            }
        }
        return sorted;
    }
}
