package app.pitot.simulator;

/** How a provider says no: statuses, bodies and words. */
interface Errors {
    /** @param param the field at fault */
    Failure badRequest(String message, String param);

    /** Prompt and cap do not fit the context. */
    Failure overContext(String message);

    /** Too many pictures in one request. */
    default Failure tooManyPictures(int most) {
        return badRequest("There may be at most " + most + " pictures in a request.", "messages");
    }

    /** A model that does not see was sent a picture. */
    default Failure blind(String id) {
        return badRequest("The model " + id + " does not take pictures.", "messages");
    }

    Failure wrongKey();

    Failure noModel(String id);

    /** A model that was served once. */
    Failure archived(String id);

    Failure tooLarge();

    Failure internal();

    Failure unavailable();

    /** The simulator itself is at fault; whoever reports it needs to know where. */
    Failure defect(Throwable cause);

    /** A limit of the plan refuses. */
    Failure overLimit(Over over);

    /** What only some providers answer, for a fault that this dialect has; null for all others. */
    Failure special(Fault.Kind kind);
}
