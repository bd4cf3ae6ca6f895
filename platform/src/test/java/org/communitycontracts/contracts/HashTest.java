package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was signed stays what was signed: a language that grows changes no contract that stands. */
class HashTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "communitycontracts");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contracts/boston-v1.yaml | d58acc6ef90e031521ffb88add9bb2cbbed14681d322422317381e1d262a9359
            contracts/boston-v2.yaml | 4772e0b92ede71fc6bcf28cc7e5a67995a2bc18521780f6a251237823192233c
            app/sample/contracts/athersley-and-new-lodge-v1.yaml | bcef44a454483fe8c9843b111f817b838707f58d7bdff312a2ed02d90c1e13ad
            app/sample/contracts/athersley-and-new-lodge-v2.yaml | 31988a72013293ba819aa90a5f65052e8af86cfcc8e5f6627cb9b592c1b7b777
            app/sample/contracts/croft-and-cowpen-quay-v1.yaml | db57e03abeb2eaab8a1b69810596881ef190d59320ddc00b83ce707de64d5211
            app/sample/contracts/eastern-road-v1.yaml | 382e3708c35ba8d2126dcc799938fbc569087655eec3aec4823cbef9fe442811
            app/sample/contracts/fairstead-v1.yaml | 21fdbe9e1d85616826ec373a8d10136f9c0656e947bef076041b6392b908a17f
            app/sample/contracts/hathershaw-and-fitton-hill-v1.yaml | 4b65d8311288ccc1d9be78ee0b9da21b957467a042cfa7a80b3ed6c9ee34b42f
            app/sample/contracts/hathershaw-and-fitton-hill-v2.yaml | e9c99f85cc7445b1b7f9b8515b9192460e46464eb8ea156ac2e9897f23d4ef02
            app/sample/contracts/lewisham-v1.yaml | ba8621076a6860bcd328a1303f22fab84f2cfd885eabc2936fcf1869a17a0839
            app/sample/contracts/lewisham-v2.yaml | 39814174f1162bac5e09c4f7f2199d7cc15aa25d4d776e47b213eac913989fd1
            app/sample/contracts/manton-v1.yaml | ea54fbb4dd993a5c9dade054bd78b35cbce166e12b8ff2a5b4f51b2d49a14a2a
            app/sample/contracts/oldington-and-foley-park-v1.yaml | bb4f7eaa5a76d5da1abcb4dc99ed60405a106f28d1c2b504d4d5c04db45850fe
            app/sample/contracts/plains-farm-v1.yaml | b7131d4d4457fe3deb25657b2a2448b3cf3154640b47e800dd38f281dbcad36b
            app/sample/contracts/plains-farm-v2.yaml | 6371d50ebe67817301d9924814c236a3c017e87d2ab5cd9c949b944369c14789
            app/sample/contracts/south-bank-v1.yaml | 961809ff1be692b740181f514b7f26dde7fe4cd66b691cf65de6737bfe489e0d
            app/sample/contracts/springwell-v1.yaml | 3a2884baa71b7235b318b71313996cf2ce624cdc63386ab8e9ff0a74199d65d3
            """)
    void everyContractThatStandsHasTheHashItAlwaysHad(Path file, String hash) throws IOException {
        assertThat(Examples.read(Files.readString(SOURCES.resolve(file))).hash())
                .isEqualTo(hash);
    }
}
