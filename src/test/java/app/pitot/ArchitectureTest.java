package app.pitot;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house; each failure names the class that broke one. */
class ArchitectureTest {
    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("app.pitot");
    }

    @Test
    void onlyTheWindowSeesJavaFx() {
        check(noClasses().that().resideOutsideOfPackages("app.pitot.ui..").and().doNotHaveSimpleName("Pitot").should()
                .dependOnClassesThat().resideInAnyPackage("javafx..", "org.fxmisc..", "org.reactfx..", "atlantafx.."));
    }

    @Test
    void onlyTheEditorsSeeRichText() {
        check(noClasses().that().resideOutsideOfPackage("app.pitot.ui.editor..").should().dependOnClassesThat()
                .resideInAnyPackage("org.fxmisc.richtext..", "org.fxmisc.undo..", "org.fxmisc.wellbehaved.."));
        check(noClasses().that().resideOutsideOfPackages("app.pitot.ui.editor..", "app.pitot.ui.transcript..").should()
                .dependOnClassesThat().resideInAnyPackage("org.fxmisc..", "org.reactfx.."));
    }

    @Test
    void viewModelsKnowNoSceneGraph() {
        check(noClasses().that().haveSimpleNameEndingWith("Model").and().resideInAPackage("app.pitot.ui..").should()
                .dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage.."));
    }

    @Test
    void onlyTheWireSeesOkHttp() {
        check(noClasses().that().resideOutsideOfPackage("app.pitot.api..").should().dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio.."));
    }

    @Test
    void nothingElseSpeaksHttpOutwards() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("java.net.http..").orShould()
                .dependOnClassesThat().haveFullyQualifiedName("java.net.HttpURLConnection"));
    }

    @Test
    void onePlaceSaysWhomAConnectionTrusts() {
        check(noClasses().that().doNotHaveFullyQualifiedName("app.pitot.api.Trust").should().dependOnClassesThat()
                .haveNameMatching("javax\\.net\\.ssl\\.(TrustManager.*|SSLContext.*|X509ExtendedTrustManager)"));
        check(noClasses().should().dependOnClassesThat().haveFullyQualifiedName("javax.net.ssl.HostnameVerifier")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.net.Authenticator"));
    }

    @Test
    void onlyTheSimulatorOpensAServerSocket() {
        check(noClasses().that().resideOutsideOfPackage("app.pitot.simulator..").should().dependOnClassesThat()
                .resideInAnyPackage("com.sun.net.httpserver..").orShould().dependOnClassesThat()
                .haveFullyQualifiedName("java.net.ServerSocket"));
    }

    @Test
    void onlyTheFirstWindowListensOnALocalSocket() {
        check(noClasses().that().resideOutsideOfPackage("app.pitot.instance..").should().dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.channels\\.(Asynchronous)?ServerSocketChannel"));
        // The tray's talks to the X server.
        check(noClasses().that().resideOutsideOfPackages("app.pitot.instance..", "app.pitot.tray..").should()
                .dependOnClassesThat().haveFullyQualifiedName("java.net.UnixDomainSocketAddress"));
    }

    @Test
    void onlyTheStoreSeesSql() {
        check(noClasses().that().resideOutsideOfPackage("app.pitot.store..").should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."));
    }

    @Test
    void onlyTheKeysSeeTheKeychain() {
        check(noClasses().that().resideOutsideOfPackage("app.pitot.keys..").should().dependOnClassesThat()
                .resideInAnyPackage("com.github.javakeyring..", "com.sun.jna..", "pt.davidafsilva.."));
    }

    @Test
    void onlyTheKeysTheDesktopAndTheTraySeeTheBus() {
        check(noClasses().that()
                .resideOutsideOfPackages("app.pitot.keys..", "app.pitot.desktop..", "app.pitot.tray..").should()
                .dependOnClassesThat().resideInAPackage("org.freedesktop.."));
    }

    @Test
    void nobodyCallsLibrariesOfTheSystem() {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("java.lang.foreign.."));
    }

    @Test
    void onlyWhatIsMarkedSeesAwt() {
        check(noClasses().that().areNotAnnotatedWith("app.pitot.tray.UsesAwt").and()
                .doNotHaveFullyQualifiedName("app.pitot.tray.AwtTray$1").should().dependOnClassesThat()
                .resideInAnyPackage("java.awt.."));
    }

    @Test
    void theSimulatorSharesNoLimitCodeWithTheMeter() {
        check(noClasses().that().resideInAPackage("app.pitot.simulator..").should().dependOnClassesThat()
                .resideInAnyPackage("app.pitot.quota..", "app.pitot.api..", "app.pitot.speed..",
                        "app.pitot.exchange.."));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("app.pitot.(*)..").should().beFreeOfCycles());
        check(slices().matching("app.pitot.ui.(*)..").should().beFreeOfCycles());
    }

    @Test
    void theCoreDoesNotKnowTheWindowOrTheCommandLine() {
        check(noClasses().that().resideOutsideOfPackages("app.pitot.ui..", "app.pitot.cli..").and()
                .doNotHaveSimpleName("Pitot").should().dependOnClassesThat()
                .resideInAnyPackage("app.pitot.ui..", "app.pitot.cli.."));
    }

    @Test
    void noBrowserNoSwingNoPreferencesNoProcesses() {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx.scene.web..", "javax.swing..",
                "java.util.prefs.."));
        check(noClasses().should().dependOnClassesThat().areAssignableTo(ProcessBuilder.class).orShould()
                .dependOnClassesThat().areAssignableTo(java.io.ObjectInputStream.class));
        check(noClasses().should().callMethodWhere(target(owner(JavaClass.Predicates.type(Runtime.class)))
                .and(target(nameMatching("exec")))));
    }

    @Test
    void clocksAreReadInOnePlace() {
        var clockReads = target(owner(JavaClass.Predicates.type(System.class)))
                .and(target(nameMatching("nanoTime|currentTimeMillis")));
        check(noClasses().that().resideOutsideOfPackage("app.pitot.base").should().callMethodWhere(clockReads));
        check(noClasses().that().resideOutsideOfPackage("app.pitot.base").should()
                .callMethodWhere(
                        target(nameMatching("now")).and(target(owner(inJavaTime()))).and(target(noParameters()))));
    }

    @Test
    void oneClassHopsToTheJavaFxThread() {
        check(noClasses().that().doNotHaveSimpleName("FxThread").should()
                .callMethodWhere(target(owner(DescribedPredicate.describe("Platform",
                        (JavaClass c) -> c.getName().equals("javafx.application.Platform"))))
                        .and(target(nameMatching("runLater")))));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses().that().resideOutsideOfPackages("app.pitot.cli..").and().doNotHaveSimpleName("Pitot").should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err"));
    }

    @Test
    void nothingMutableIsStatic() {
        check(fields().that().areStatic().and()
                .doNotHaveName("$assertionsDisabled").should().beFinal());
    }

    private static DescribedPredicate<JavaClass> inJavaTime() {
        return DescribedPredicate.describe("java.time", c -> c.getPackageName().equals("java.time"));
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.AccessTarget> noParameters() {
        return DescribedPredicate.describe("without parameters",
                t -> t instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget c
                        && c.getRawParameterTypes().isEmpty());
    }

    private static void check(ArchRule rule) {
        rule.check(house);
    }
}
