package app.pitot.api;

/**
 * A call that the model wants made. Pitot never makes it: the user reads it and enters the result.
 *
 * @param id as the provider named it, to be sent back with the result; never null, may be empty
 * @param name of the function; never null
 * @param arguments as the model wrote them: JSON if it kept to its task; never null
 */
public record ToolCall(String id, String name, String arguments) {}
