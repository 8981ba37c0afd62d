package app.pitot.ui.advice;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Catalogue;
import org.junit.jupiter.api.Test;

class AdviceAccountTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    @Test
    void thoseThatAreGoneAreToldApart() {
        assertThat(AdviceAccount.gone("groq:127.0.0.1:8080/v1", "groq", CATALOGUE).name())
                .isEqualTo("Groq at 127.0.0.1:8080/v1");
        assertThat(AdviceAccount.gone("9b1d77aa-0000-4000-8000-000000000002", "groq", CATALOGUE).name())
                .isEqualTo("Removed account 9b1d77aa (Groq)");
    }
}
