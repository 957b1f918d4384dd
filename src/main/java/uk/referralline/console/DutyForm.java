package uk.referralline.console;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A form about duty that could not be kept: what was typed in it, by the names of its fields, and what is wrong.
 *
 * @param fields empty when nothing was sent
 */
public record DutyForm(Map<String, String> fields, Errors errors) {
    static final DutyForm NONE = new DutyForm(Map.of(), Errors.NONE);

    public DutyForm {
        fields = Map.copyOf(fields);
    }

    static DutyForm of(Visit visit, Errors errors) {
        var fields = new LinkedHashMap<String, String>();
        visit.context().formParamMap().forEach((name, values) -> fields.put(name, String.join(" ", values)));
        return new DutyForm(fields, errors);
    }

    /** What was typed in a field; what it shows otherwise. */
    public String typed(String field, String otherwise) {
        return fields.getOrDefault(field, otherwise);
    }
}
