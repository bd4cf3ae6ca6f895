package org.communitycontracts.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return CommunityContracts.REFUSED;
    }
}
