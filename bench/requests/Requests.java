import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/** Writes N made-up service requests and the contract that covers them: seeded, so always the same. */
class Requests {
    private static final int CATEGORIES = 12;
    private static final int AREAS = 20;

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        SplittableRandom random = new SplittableRandom(20261122);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve("requests.csv"), StandardCharsets.UTF_8))) {
            out.println("id,opened,closed,status,category,latitude,longitude,area");
            LocalDateTime first = LocalDateTime.of(2023, 1, 1, 0, 0);
            for (int id = 1; id <= count; id++) {
                LocalDateTime opened = first.plusSeconds((long) (random.nextDouble() * 3 * 365 * 86_400));
                boolean open = random.nextInt(100) == 0;
                LocalDateTime closed = opened.plusMinutes((long) (Math.exp(random.nextGaussian() + 8)));
                out.printf("%d,%s,%s,%s,category-%d,%.5f,%.5f,Area %d%n", id, opened.withNano(0), open ? "" : closed.withNano(0),
                        open ? "open" : "closed", random.nextInt(CATEGORIES) + 1, 51 + random.nextDouble(), -1 + random.nextDouble(),
                        random.nextInt(AREAS) + 1);
            }
        }
        Files.writeString(folder.resolve("contract.yaml"), contract());
    }

    private static String contract() {
        StringBuilder text = new StringBuilder("""
                contract: community-contract/1
                id: bench
                version: 1
                zone: Europe/London
                in_force: {from: 2023-01-01}
                calendars:
                  office: {holidays: england-and-wales, days: [mon, tue, wed, thu, fri], hours: "09:00-17:00"}
                parties:
                  council: {name: Benchton, role: provider}
                  residents: {name: Residents, role: resident}
                clauses:
                """);
        for (int category = 1; category <= CATEGORIES; category++) {
            text.append("""
                      - id: promise-%1$d
                        duty: respond
                        by: council
                        text: We will see to problem %1$d within %1$d working days of your report.
                        when: {category: [category-%1$d]}
                        clock: {start: reported, stop: closed, within: %1$d working day%2$s, calendar: office}
                    """.formatted(category, category == 1 ? "" : "s"));
        }
        return text.toString();
    }
}
