package org.communitycontracts.web.parts;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.communitycontracts.web.Link;
import org.jspecify.annotations.Nullable;

/** How what a fixture asks of a component is said with our tag: the tag, what it cannot do without, and its parameters. */
record Saying(String tag, Set<String> needs, Function<Asked, Map<String, Object>> parameters) {

    /** All components that we have, by the design system's names. */
    static Map<String, Saying> all() {
        Map<String, Saying> all = new TreeMap<>();
        all.put(
                "back-link",
                new Saying(
                        "backLink",
                        Set.of(),
                        asked -> said("href", asked.text("href", "#"), "text", asked.text("text"))));
        all.put("breadcrumbs", new Saying("breadcrumbs", Set.of(), Saying::breadcrumbs));
        all.put("button", new Saying("button", Set.of("text"), Saying::button));
        all.put("checkboxes", new Saying("checkboxes", Set.of("field"), asked -> choices(asked, "checkboxes")));
        all.put(
                "details",
                new Saying(
                        "details",
                        Set.of("summary", "content"),
                        asked -> said(
                                "summary",
                                asked.text("summaryText"),
                                "content",
                                content(asked),
                                "open",
                                asked.is("open"),
                                "id",
                                asked.text("id"))));
        all.put("error-message", new Saying("errorMessage", Set.of("text"), Saying::errorMessage));
        all.put("error-summary", new Saying("errorSummary", Set.of("wrongs"), Saying::errorSummary));
        all.put("fieldset", new Saying("fieldset", Set.of("legend", "content"), Saying::fieldset));
        all.put(
                "hint",
                new Saying("hint", Set.of("text"), asked -> said("text", asked.text("text"), "id", asked.text("id"))));
        all.put("input", new Saying("input", Set.of("field"), Saying::input));
        all.put(
                "inset-text",
                new Saying(
                        "insetText",
                        Set.of("content"),
                        asked -> said("content", content(asked), "id", asked.text("id"))));
        all.put("label", new Saying("label", Set.of("text"), Saying::label));
        all.put("notification-banner", new Saying("notificationBanner", Set.of("content"), Saying::banner));
        all.put("pagination", new Saying("pagination", Set.of("turning"), Saying::pagination));
        all.put(
                "panel",
                new Saying(
                        "panel",
                        Set.of("title"),
                        asked -> said("title", asked.text("titleText"), "content", content(asked))));
        all.put("radios", new Saying("radios", Set.of("field"), asked -> choices(asked, "radios")));
        all.put("select", new Saying("select", Set.of("field"), Saying::select));
        all.put(
                "skip-link",
                new Saying(
                        "skipLink",
                        Set.of("text"),
                        asked -> said("href", asked.text("href", "#content"), "text", asked.text("text"))));
        all.put("summary-list", new Saying("summaryList", Set.of("rows"), Saying::summaryList));
        all.put("table", new Saying("table", Set.of("rows"), Saying::table));
        all.put(
                "tag",
                new Saying(
                        "tag",
                        Set.of("text"),
                        asked -> said("text", asked.text("text"), "kind", asked.ending("govuk-tag--"))));
        all.put("task-list", new Saying("taskList", Set.of("tasks"), Saying::taskList));
        all.put("textarea", new Saying("textarea", Set.of("field"), Saying::textarea));
        all.put(
                "warning-text",
                new Saying(
                        "warningText",
                        Set.of("content"),
                        asked -> said("content", content(asked), "said", asked.text("iconFallbackText", "Warning"))));
        return all;
    }

    private static Map<String, Object> said(@Nullable Object... namesAndValues) {
        Map<String, Object> said = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                said.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return said;
    }

    private static @Nullable Content content(Asked asked) {
        return asked.content("text", "html").orElse(null);
    }

    private static Map<String, Object> breadcrumbs(Asked asked) {
        List<Link> crumbs = new ArrayList<>();
        asked.all("items").forEach(item -> crumbs.add(new Link(item.text("text", ""), item.text("href"))));
        return said("crumbs", crumbs, "label", asked.text("labelText", "Breadcrumb"));
    }

    private static Map<String, Object> button(Asked asked) {
        String kind = asked.ending("govuk-button--");
        boolean known = kind.isEmpty() || kind.equals("secondary") || kind.equals("warning");
        asked.is("preventDoubleClick");
        return said(
                "text", known ? asked.text("text") : null,
                "href", asked.text("href"),
                "name", asked.text("name"),
                "value", asked.text("value"),
                "type", asked.text("type", "submit"),
                "id", asked.text("id"),
                "secondary", kind.equals("secondary"),
                "warning", kind.equals("warning"));
    }

    private static Map<String, Object> errorMessage(Asked asked) {
        String hidden = asked.text("visuallyHiddenText", "Error");
        return said("text", hidden.isEmpty() ? null : asked.text("text"), "id", asked.text("id"), "said", hidden);
    }

    private static Map<String, Object> label(Asked asked) {
        boolean heading = asked.is("isPageHeading");
        String size = asked.ending("govuk-label--");
        boolean known = heading ? size.equals("l") : size.isEmpty() || size.equals("s");
        return said(
                "text",
                known ? asked.text("text") : null,
                "forId",
                asked.text("for"),
                "heading",
                heading,
                "bold",
                size.equals("s"));
    }

    private static Field field(Asked asked, String label, String id) {
        Asked hint = asked.of("hint");
        Asked error = asked.of("errorMessage");
        return new Field(asked.text("name", ""), id, label, hint.text("text"), asked.text("value"), error.text("text"));
    }

    private static Map<String, Object> input(Asked asked) {
        Map<String, Object> label = label(asked.of("label"));
        String width = asked.ending("govuk-input--width-");
        Asked prefix = asked.of("prefix");
        Asked suffix = asked.of("suffix");
        return said(
                "field", field(asked, String.valueOf(label.get("text")), asked.text("id", asked.text("name", ""))),
                "heading", label.get("heading"),
                "bold", label.get("bold"),
                "width", width.isEmpty() ? 0 : Integer.parseInt(width),
                "type", asked.text("type", "text"),
                "autocomplete", asked.text("autocomplete"),
                "inputmode", asked.text("inputmode"),
                "prefix", prefix.text("text"),
                "suffix", suffix.text("text"),
                "spellcheck", asked.has("spellcheck") ? asked.is("spellcheck") : null);
    }

    private static Map<String, Object> textarea(Asked asked) {
        Map<String, Object> label = label(asked.of("label"));
        return said(
                "field", field(asked, String.valueOf(label.get("text")), asked.text("id", asked.text("name", ""))),
                "heading", label.get("heading"),
                "bold", label.get("bold"),
                "rows", Integer.parseInt(asked.text("rows", "5")),
                "autocomplete", asked.text("autocomplete"),
                "spellcheck", asked.has("spellcheck") ? asked.is("spellcheck") : null);
    }

    /** Our tasks all lead somewhere; what is not done has a blue tag. */
    private static Map<String, Object> taskList(Asked asked) {
        if (asked.hasGaps("items")) {
            return Map.of();
        }
        List<Task> tasks = new ArrayList<>();
        for (Asked item : asked.all("items")) {
            Asked status = item.of("status");
            Asked tag = status.of("tag");
            boolean done = status.has("text");
            boolean known = item.has("href") && (done || "blue".equals(tag.ending("govuk-tag--")));
            if (!known) {
                return Map.of();
            }
            tasks.add(new Task(
                    item.of("title").text("text", ""),
                    item.text("href", ""),
                    item.has("hint") ? item.of("hint").text("text") : null,
                    done ? status.text("text", "") : tag.text("text", ""),
                    done));
        }
        return said("tasks", tasks, "id", asked.text("idPrefix", "task-list"));
    }

    private static Map<String, Object> select(Asked asked) {
        Map<String, Object> label = label(asked.of("label"));
        List<Choice> choices = new ArrayList<>();
        List<Asked> items = asked.all("items");
        items.forEach(item ->
                choices.add(new Choice(item.text("value", ""), item.text("text", ""), null, item.is("selected"))));
        return said(
                "field",
                items.stream().allMatch(item -> item.has("value"))
                        ? field(asked, String.valueOf(label.get("text")), asked.text("id", asked.text("name", "")))
                        : null,
                "choices",
                choices,
                "heading",
                label.get("heading"),
                "bold",
                label.get("bold"));
    }

    private static Map<String, Object> choices(Asked asked, String kind) {
        if (!asked.has("fieldset")) {
            return Map.of();
        }
        Asked legend = asked.of("fieldset").of("legend");
        String style = asked.ending("govuk-" + kind + "--");
        List<Choice> choices = new ArrayList<>();
        for (Asked item : asked.all("items")) {
            choices.add(new Choice(
                    item.text("value", ""),
                    item.text("text", ""),
                    item.of("hint").text("text"),
                    item.is("checked")));
        }
        String size = legend.ending("govuk-fieldset__legend--");
        return said(
                "field", field(asked, legend.text("text", ""), asked.text("idPrefix", asked.text("name", ""))),
                "choices", choices,
                "heading", legend.is("isPageHeading"),
                "size", size.isEmpty() ? null : size,
                "inline", style.equals("inline"),
                "small", style.equals("small"));
    }

    private static Map<String, Object> fieldset(Asked asked) {
        Asked legend = asked.of("legend");
        String size = legend.ending("govuk-fieldset__legend--");
        Content nothing = output -> {};
        return said(
                "legend", legend.text("text"),
                "content", asked.content("text", "html").orElse(nothing),
                "describedBy", asked.text("describedBy"),
                "heading", legend.is("isPageHeading"),
                "size", size.isEmpty() ? null : size);
    }

    private static Map<String, Object> errorSummary(Asked asked) {
        List<Wrong> wrongs = new ArrayList<>();
        boolean known = true;
        for (Asked item : asked.all("errorList")) {
            String href = item.text("href", "");
            known &= href.startsWith("#");
            wrongs.add(new Wrong(href.replaceFirst("^#", ""), item.text("text", "")));
        }
        return said("title", asked.text("titleText"), "wrongs", known && !wrongs.isEmpty() ? wrongs : null);
    }

    private static Map<String, Object> banner(Asked asked) {
        boolean success = asked.text("type", "").equals("success");
        String plain = asked.text("text");
        Content heading = output -> output.writeContent(
                "<p class=\"govuk-notification-banner__heading\">" + Asked.escape(String.valueOf(plain)) + "</p>");
        String html = asked.text("html");
        Content marked = output -> output.writeContent(String.valueOf(html));
        return said(
                "title",
                asked.text("titleText", success ? "Success" : "Important"),
                "titleId",
                asked.text("titleId", "govuk-notification-banner-title"),
                "success",
                success,
                "content",
                html != null ? marked : plain != null ? heading : null);
    }

    private static Map<String, Object> pagination(Asked asked) {
        List<Turning.Leaf> leaves = new ArrayList<>();
        for (Asked item : asked.all("items")) {
            boolean gap = item.is("ellipsis");
            leaves.add(new Turning.Leaf(
                    gap ? 0 : Integer.parseInt(item.text("number", "0").replaceAll("\\D+", "0")),
                    gap ? null : item.text("href"),
                    item.is("current")));
        }
        boolean known = leaves.stream().noneMatch(leaf -> leaf.number() == 0 && leaf.address() != null);
        return said(
                "turning",
                known
                        ? new Turning(
                                asked.of("previous").text("href"),
                                asked.of("next").text("href"),
                                leaves)
                        : null,
                "name",
                asked.text("landmarkLabel", "Pagination"));
    }

    private static Map<String, Object> summaryList(Asked asked) {
        List<Row> rows = new ArrayList<>();
        for (Asked row : asked.all("rows")) {
            String name = row.of("key").text("text", "");
            Content value = row.of("value").content("text", "html").orElse(output -> {});
            List<Link> deeds = new ArrayList<>();
            for (Asked item : row.of("actions").all("items")) {
                boolean named = name.equalsIgnoreCase(item.text("visuallyHiddenText"));
                deeds.add(new Link(named ? item.text("text", "") : "", item.text("href")));
            }
            rows.add(new Row(name, Cell.of(value), deeds));
        }
        boolean known = rows.stream()
                .flatMap(row -> row.deeds().stream())
                .noneMatch(deed -> deed.text().isEmpty());
        return said(
                "rows",
                known ? rows : null,
                "plain",
                asked.ending("govuk-summary-list--").equals("no-border"));
    }

    private static Map<String, Object> table(Asked asked) {
        String size = "";
        String style = asked.text("captionClasses", "");
        if (style.startsWith("govuk-table__caption--")) {
            size = style.substring("govuk-table__caption--".length());
        }
        List<List<Cell>> rows = new ArrayList<>();
        asked.rows("rows").forEach(row -> rows.add(cells(row)));
        return said(
                "caption", asked.text("caption"),
                "captionSize", size.isEmpty() ? null : size,
                "head", cells(asked.all("head")),
                "rows", rows,
                "firstIsHead", asked.is("firstCellIsHeader"));
    }

    private static List<Cell> cells(List<Asked> row) {
        return row.stream()
                .map(cell -> new Cell(
                        cell.text("text", ""),
                        cell.content("none", "html").orElse(null),
                        cell.text("format", "").equals("numeric")))
                .toList();
    }
}
