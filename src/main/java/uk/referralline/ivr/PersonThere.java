package uk.referralline.ivr;

/** Transfers that ring although nobody may be there: the caller would be told that we try when we cannot. */
final class PersonThere implements Check {
    private static final String SURE = Facts.DUTY + "=" + Facts.AVAILABLE;

    @Override
    public void look(Subject subject) {
        for (String name : subject.names()) {
            boolean rings =
                    subject.step(name) instanceof Transfer && subject.known().reached(name);
            if (rings && !subject.known().at(name).contains(SURE)) {
                subject.error(
                        name,
                        "On some way it rings here although nobody may be on duty.",
                        "Lead here only by a branch with {duty: available}.");
            }
        }
    }
}
