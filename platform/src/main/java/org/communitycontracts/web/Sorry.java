package org.communitycontracts.web;

import org.jspecify.annotations.Nullable;

/** Why a page cannot be shown: the key of its words, and a reference where the fault is ours. */
record Sorry(String key, @Nullable String reference) {

    static Sorry of(String key) {
        return new Sorry(key, null);
    }
}
