package uk.referralline.twilio;

import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.SsmlBreak;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import uk.referralline.ivr.Saying;
import uk.referralline.ivr.Sound;
import uk.referralline.ivr.Words;

/** Words as Twilio's voices say them, or as recorded audio. */
final class Speech {
    private static final String REST = "500ms";
    private static final Pattern ILLEGAL_IN_XML = Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD]");

    private final TwilioUrls urls;

    Speech(TwilioUrls urls) {
        this.urls = urls;
    }

    void add(Saying saying, Consumer<Say> say, Consumer<Play> play) {
        var verbs = new Verbs(say, play);
        saying.sounds().forEach(sound -> sound.match(verbs));
    }

    /** A verb for each {@link Sound}. */
    private final class Verbs implements Sound.Cases<Void> {
        private static final Void DONE = null;

        private final Consumer<Say> say;
        private final Consumer<Play> play;

        Verbs(Consumer<Say> say, Consumer<Play> play) {
            this.say = say;
            this.play = play;
        }

        @Override
        public Void spoken(Sound.Spoken sound) {
            say.accept(Speech.say(sound.language(), sound.voice(), sound.text()));
            return DONE;
        }

        @Override
        public Void played(Sound.Played sound) {
            play.accept(new Play.Builder(urls.audio(sound.script(), sound.file())).build());
            return DONE;
        }

        @Override
        public Void own(Sound.Own sound) {
            play.accept(new Play.Builder(urls.media(sound.recording())).build());
            return DONE;
        }
    }

    /** English words of the program's own, for when no script can be run. */
    static Say plain(String text) {
        return say("en-GB", "Polly.Amy-Neural", text);
    }

    private static Say say(String language, String voice, String text) {
        Say.Builder say = new Say.Builder();
        String[] pieces = text.split(Pattern.quote(Words.PAUSE));
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                say.break_(new SsmlBreak.Builder().time(REST).build());
            }
            // A control character would make the whole document invalid, and the phone silent.
            say.addText(ILLEGAL_IN_XML.matcher(pieces[i]).replaceAll(""));
        }
        return say.voice(Say.Voice.valueOf(constant(voice)))
                .language(Say.Language.valueOf(constant(language)))
                .build();
    }

    /** The SDK's name of a voice or language: {@code Polly.Amy-Neural} is {@code POLLY_AMY_NEURAL}. */
    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
