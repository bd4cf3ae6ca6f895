package org.communitycontracts.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the W3C's checker says of a page's HTML: errors, and warnings too. */
final class HtmlValidity {
    private static final JsonMapper JSON = JsonMapper.shared();

    private HtmlValidity() {}

    static List<String> faults(byte[] html) {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        validator.setNoLangDetect(true);
        try {
            List<String> faults = new ArrayList<>();
            JsonNode said = JSON.readTree(validator.validate(new ByteArrayInputStream(html)));
            for (JsonNode message : said.path("messages")) {
                faults.add("HTML line %d: %s"
                        .formatted(
                                message.path("lastLine").asInt(),
                                message.path("message").asString()));
            }
            return faults;
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("The HTML checker did not run", e);
        }
    }
}
