package uk.referralline.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault of a set of files, so that a person mends them all in one go. */
public final class Faults {
    private final List<Fault> found = new ArrayList<>();

    public void add(Fault fault) {
        found.add(fault);
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** All faults so far, by file and line. */
    public List<Fault> sorted() {
        return found.stream().sorted().distinct().toList();
    }

    /** @throws FaultyFiles with every fault so far, if there is one */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new FaultyFiles(sorted());
        }
    }
}
