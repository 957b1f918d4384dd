package uk.referralline.casework;

import java.util.Optional;

/** What is changed, for the case's log. */
public record Change(CaseEvent.Kind kind, Optional<String> was, Optional<String> becomes, Optional<String> reason) {

    public static Change of(CaseEvent.Kind kind) {
        return new Change(kind, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Change of(CaseEvent.Kind kind, String was, String becomes) {
        return new Change(kind, Optional.of(was), Optional.of(becomes), Optional.empty());
    }

    public Change to(String value) {
        return new Change(kind, was, Optional.of(value), reason);
    }

    public Change because(String why) {
        return new Change(kind, was, becomes, Optional.of(why));
    }
}
