package uk.referralline.ivr;

import java.util.Map;
import java.util.Optional;

/** Small scripts for tests, and a keypad with simple rules. */
final class SmallScripts {
    static final String RECORDING = "RE" + "a".repeat(32);

    /** Any seven digits that begin with 0 are a phone, any that begin with 9 a reference. */
    static final Keypad KEYPAD = new Keypad() {
        @Override
        public Optional<String> phone(String keys) {
            return Optional.of(keys).filter(each -> each.matches("0[0-9]{6}")).map(each -> "+44" + each.substring(1));
        }

        @Override
        public String kind(String number) {
            return number.startsWith("+447") ? "mobile" : "landline";
        }

        @Override
        public String spokenPhone(String number) {
            return "0 " + String.join(" ", number.substring(3).split(""));
        }

        @Override
        public Optional<String> reference(String keys) {
            return Optional.of(keys).filter(each -> each.matches("9[0-9]{6}"));
        }

        @Override
        public String spokenReference(String reference) {
            return String.join(" ", reference.split(""));
        }
    };

    static final String PROMPTS = """
            voice: Polly.Amy-Neural
            prompts:
              hello: Hello.
              menu: {say: "For one, press 1.", again: "Press 1."}
              number: {say: "Key in a number, then hash.", again: "The number again."}
              read-back: "{keyed}. Right?"
              speak: Speak after the tone.
              bye: Goodbye.
              due: "By {due}."
              trying: We will try.
              still: We are still trying.
              whisper: To take the call, press 1.
              wrong-key: Sorry, not a choice.
              wrong-number: Sorry, not a number.
            """;

    private SmallScripts() {}

    static ScriptFiles files(String line) {
        return new ScriptFiles(Map.of("line.yaml", line, "prompts/en-GB.yaml", PROMPTS));
    }

    /** The frame that every small script has, around its steps; the first of them is on line 12. */
    static String withSteps(String steps) {
        return """
                start: hello
                person: person
                no-answer: person
                fields:
                  number: phone
                  own-phone: yes-no
                  extension: digits
                  message: recording
                steps:
                  person: {record: speak, keep: message, then: bye, silent: bye}
                  bye: {end: bye}
                """ + steps.indent(2);
    }
}
