package uk.referralline.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that needs Chromium. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Journey.Condition.class)
public @interface Journey {

    /** Skips loudly where there is no Chromium, and fails instead where it is required. */
    final class Condition implements ExecutionCondition {
        private static boolean told;

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.path().isPresent()) {
                return ConditionEvaluationResult.enabled("there is a Chromium");
            }
            if ("required".equals(System.getProperty("JOURNEYS", System.getenv("JOURNEYS")))) {
                throw new IllegalStateException("JOURNEYS=required, but there is no Chromium on this machine.");
            }
            tell();
            return ConditionEvaluationResult.disabled("there is no Chromium");
        }

        private static synchronized void tell() {
            if (!told) {
                told = true;
                System.err.println("BROWSER JOURNEYS ARE SKIPPED: there is no Chromium here. Install one, or name it in"
                        + " CHROMIUM; nothing proves the console's pages in a browser until then.");
            }
        }
    }
}
