/** Sizes of actors and bends of lines on the phone, as parts of those on wide screens. */
export const NARROW_SCALE = 0.62;
