/** The artifact store cannot be had at the moment, or asks for patience; the same request may go well later. */
export class StoreAway extends Error {
  override readonly name = "StoreAway";
}
