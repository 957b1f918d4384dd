package uk.referralline.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.SsmlBreak;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.referralline.call.Spoken;
import uk.referralline.ivr.Next;
import uk.referralline.ivr.Words;

/**
 * Turns what the line says into TwiML. Every document ends in a verb that leads on, and every Gather and Record names its
 * action and is followed by a Redirect, so that no fall-through ends the call in silence.
 */
public final class Twiml {
    private static final String PAUSE_LENGTH = "500ms";
    private static final Pattern ILLEGAL_IN_XML = Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD]");

    private final TwilioUrls urls;

    public Twiml(TwilioUrls urls) {
        this.urls = urls;
    }

    /** A whole document, UTF-8. */
    public String of(Spoken spoken) {
        var response = new VoiceResponse.Builder();
        List<Spoken.Sentence> sentences = spoken.sentences();
        int firm = sentences.size();
        while (firm > 0 && !sentences.get(firm - 1).firm()) {
            firm--;
        }
        // Nobody can press a key into a recording, so only a Gather lets its words be cut short.
        int before = spoken.next() instanceof Next.Gather ? firm : sentences.size();
        sentences.subList(0, before).forEach(sentence -> response.say(say(spoken, sentence.text())));
        spoken.next().match(new Verbs(response, spoken, sentences.subList(before, sentences.size())));
        return response.build().toXml();
    }

    /** Words of ours in English where no script can be run, and then on to an address of ours. */
    public String sorry(List<String> sentences, String thenTo) {
        var response = new VoiceResponse.Builder();
        sentences.forEach(text -> response.say(say("en-GB", "Polly.Amy-Neural", text)));
        return response.redirect(redirect(thenTo)).build().toXml();
    }

    /** Words of ours in English, and the end of the call. */
    public String farewell(List<String> sentences) {
        var response = new VoiceResponse.Builder();
        sentences.forEach(text -> response.say(say("en-GB", "Polly.Amy-Neural", text)));
        return response.hangup(new Hangup.Builder().build()).build().toXml();
    }

    private static Say say(Spoken spoken, String text) {
        return say(spoken.language(), spoken.voice(), text);
    }

    private static Say say(String language, String voice, String text) {
        Say.Builder say = new Say.Builder();
        String[] pieces = text.split(Pattern.quote(Words.PAUSE));
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                say.break_(new SsmlBreak.Builder().time(PAUSE_LENGTH).build());
            }
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

    private static Redirect redirect(String url) {
        return new Redirect.Builder(url).method(HttpMethod.POST).build();
    }

    /** What follows the words, one way for each {@link Next}. */
    private final class Verbs implements Next.Cases<Void> {
        private final VoiceResponse.Builder response;
        private final Spoken spoken;
        private final List<Spoken.Sentence> sentences;

        Verbs(VoiceResponse.Builder response, Spoken spoken, List<Spoken.Sentence> sentences) {
            this.response = response;
            this.spoken = spoken;
            this.sentences = sentences;
        }

        @Override
        public Void gather(Next.Gather next) {
            Gather.Builder gather = new Gather.Builder()
                    .inputs(Gather.Input.DTMF)
                    .action(urls.turn(spoken.turn()))
                    .method(HttpMethod.POST)
                    .timeout((int) next.timeout().toSeconds())
                    .actionOnEmptyResult(true);
            // One key may be a hash or a star too, so nothing ends it but the key itself.
            Gather.Builder ended =
                    next.keys() > 0 ? gather.numDigits(next.keys()).finishOnKey("") : gather.finishOnKey("#");
            sentences.forEach(sentence -> ended.say(say(spoken, sentence.text())));
            response.gather(ended.build()).redirect(redirect(urls.turn(spoken.turn())));
            return null;
        }

        @Override
        public Void record(Next.Record next) {
            Record record = new Record.Builder()
                    .action(urls.turn(spoken.turn()))
                    .method(HttpMethod.POST)
                    .timeout((int) next.silence().toSeconds())
                    .finishOnKey("#")
                    .maxLength((int) next.longest().toSeconds())
                    .trim(Record.Trim.DO_NOT_TRIM)
                    .playBeep(true)
                    .recordingStatusCallback(urls.recording())
                    .recordingStatusCallbackEvents(
                            List.of(Record.RecordingEvent.COMPLETED, Record.RecordingEvent.ABSENT))
                    .build();
            // A silent Record does not call its action but falls through to this.
            response.record(record).redirect(redirect(urls.turn(spoken.turn())));
            return null;
        }

        @Override
        public Void hangUp(Next.HangUp next) {
            response.hangup(new Hangup.Builder().build());
            return null;
        }
    }
}
