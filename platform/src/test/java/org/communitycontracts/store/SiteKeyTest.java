package org.communitycontracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets lie in the database under a key that does not. */
class SiteKeyTest {
    private static final byte[] SECRET = "the secret of an app".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aSecretOpensAfterTheNextStartAndForItsOwnerAlone() {
        byte[] sealed = inFolder().seal(SECRET, "resident");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(inFolder().open(sealed, "resident")).isEqualTo(SECRET);
        assertThatThrownBy(() -> inFolder().open(sealed, "neighbour"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("site.key");
    }

    @Test
    void theSameSecretIsSealedDifferentlyEachTime() {
        assertThat(inFolder().seal(SECRET, "resident")).isNotEqualTo(inFolder().seal(SECRET, "resident"));
    }

    @Test
    void theFileWithTheKeyIsReadByItsOwnerAlone() throws IOException {
        inFolder().seal(SECRET, "resident");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("site.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatIsNoneIsToldInASentence() {
        SiteKey key = SiteKey.of("too short", null);
        assertThatThrownBy(() -> key.seal(SECRET, "resident"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("openssl rand -base64 32");
        SiteKey none = SiteKey.of(null, null);
        assertThatThrownBy(() -> none.seal(SECRET, "resident"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("SITE_KEY");
    }

    private SiteKey inFolder() {
        return SiteKey.of(null, folder.toString());
    }
}
