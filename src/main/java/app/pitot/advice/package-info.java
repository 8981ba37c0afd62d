/** What a plan allows, what past requests say of it, and what another would cost: worked out, never asked of anybody. */
package app.pitot.advice;
