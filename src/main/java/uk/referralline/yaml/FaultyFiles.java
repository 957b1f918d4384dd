package uk.referralline.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** Files that people edit are wrong: nothing of them is used. Holds every fault found. */
public final class FaultyFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public FaultyFiles(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
