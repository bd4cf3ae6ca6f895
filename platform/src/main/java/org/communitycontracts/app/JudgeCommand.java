package org.communitycontracts.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "judge", mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return CommunityContracts.REFUSED;
    }
}
