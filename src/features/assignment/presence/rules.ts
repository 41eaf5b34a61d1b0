/** A page says every fifteen seconds that it is open; three times silent, and it is gone. */
export const leaseSeconds = 45
