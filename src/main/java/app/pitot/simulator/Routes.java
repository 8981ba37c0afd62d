package app.pitot.simulator;

import java.util.List;

/** The endpoints that a provider has beside the chat. */
interface Routes {
    List<Route> of(Desk desk);

    /** What they answer from. */
    record Desk(Models models, Errors errors, Limiter limiter, Spending spending) {}
}
