package app.pitot.advice;

import java.math.BigDecimal;

/**
 * How far the credit of a plan goes.
 *
 * @param usd the credit
 * @param days after which what is left of it is gone; null if it stays
 * @param requests that it pays for; null if nobody knows the price
 * @param tokens of these requests; null if nobody knows the price
 * @param lasts days until it is used up or gone; null if nobody knows
 * @param usedUp true if it is used up before it is gone
 */
public record CreditReach(BigDecimal usd, Integer days, Long requests, Long tokens, Double lasts, boolean usedUp) {}
