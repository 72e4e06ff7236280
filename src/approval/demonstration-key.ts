/**
 * The public half of the demonstration key. Its private half lies open in `test/keys/`, so its
 * signature proves nothing: only a campaign that says `demonstration: true` accepts it.
 */
export const DEMONSTRATION_KEY = '5RgGb2Kturxus4I0uJmZjmoS5zjLSmEN250nQosvUZM=';
