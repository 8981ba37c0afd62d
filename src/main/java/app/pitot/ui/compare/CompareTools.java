package app.pitot.ui.compare;

import app.pitot.base.Clocks;
import app.pitot.compare.Comparer;
import app.pitot.compare.Comparisons;
import app.pitot.exchange.Exchanges;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.transcript.TranscriptModel;
import java.util.function.Supplier;

/**
 * What the comparison works with.
 *
 * @param exchanges tells the windows of the lanes' accounts
 * @param chosen the model that is selected in the chat; its value may be null
 * @param transcripts makes an empty one for each lane
 * @param delays runs work later on the JavaFX thread
 * @param requestPulse asks that {@link CompareModel#pulse} be called at the next pulse and for as long as it returns true
 */
public record CompareTools(Comparer comparer, Comparisons comparisons, Exchanges exchanges, OffersModel offers,
        Supplier<ModelChoice> chosen, Supplier<TranscriptModel> transcripts, Clocks clocks, Jobs jobs, Delays delays,
        Runnable requestPulse) {}
