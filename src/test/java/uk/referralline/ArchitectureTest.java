package uk.referralline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import uk.referralline.duty.AdvocateId;

/** Who may know whom. */
@AnalyzeClasses(packages = "uk.referralline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String LINE = "uk.referralline";

    @ArchTest
    static final ArchRule onlyThePackageTwilioKnowsTwiliosSdk = noClasses()
            .that()
            .resideOutsideOfPackage(LINE + ".twilio..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.twilio..");

    @ArchTest
    static final ArchRule theEngineIsPure = classes()
            .that()
            .resideInAPackage(LINE + ".ivr..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.fasterxml.jackson..", LINE + ".ivr..", LINE + ".yaml..");

    @ArchTest
    static final ArchRule theEngineReadsNoClock = noClasses()
            .that()
            .resideInAnyPackage(LINE + ".ivr..", LINE + ".play..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.InstantSource");

    @ArchTest
    static final ArchRule theSandboxIsTheOtherSideOfTheWire = noClasses()
            .that()
            .resideInAPackage(LINE + ".sandbox..")
            .should()
            .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are ours or Twilio's",
                    each -> (each.getPackageName().startsWith(LINE)
                                    && !each.getPackageName().startsWith(LINE + ".sandbox"))
                            || each.getPackageName().startsWith("com.twilio")));

    @ArchTest
    static final ArchRule numbersAndFilesStandAlone = noClasses()
            .that()
            .resideInAnyPackage(LINE + ".number..", LINE + ".yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    LINE + ".call..",
                    LINE + ".casework..",
                    LINE + ".sms..",
                    LINE + ".twilio..",
                    LINE + ".web..",
                    LINE + ".ivr..",
                    LINE + ".duty..");

    @ArchTest
    static final ArchRule theOutboxKnowsNoFeature = classes()
            .that()
            .resideInAPackage(LINE + ".outbox..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jdbi..", "org.slf4j..", "com.fasterxml.jackson..", LINE + ".outbox..");

    @ArchTest
    static final ArchRule theAuditKnowsNoFeatureButWhoWorksHere = classes()
            .that()
            .resideInAPackage(LINE + ".audit..")
            .should()
            .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are the JDK's, Jdbi's, slf4j's, its own, or an advocate's number",
                    each -> Stream.of("java.", "org.jdbi.", "org.slf4j.", LINE + ".audit.")
                                    .anyMatch(each.getName()::startsWith)
                            || each.isAssignableTo(AdvocateId.class)
                            || each.isPrimitive()
                            || each.isArray()));

    @ArchTest
    static final ArchRule featuresDoNotKnowTheWeb = noClasses()
            .that()
            .resideInAnyPackage(
                    LINE + ".call..",
                    LINE + ".casework..",
                    LINE + ".sms..",
                    LINE + ".duty..",
                    LINE + ".recording..",
                    LINE + ".escalation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LINE + ".web..", LINE + ".twilio..", LINE + ".sandbox..", "io.javalin..");

    @ArchTest
    static final ArchRule noPackagesGoRoundInACircle =
            slices().matching("uk.referralline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesIn = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
