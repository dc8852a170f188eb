/** Sends what comes, no faster than it is taken; whoever goes away ends the making of it. */
export function streamOf(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>,
  making: AbortController,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        making.abort()
        await pieces.return()
      },
    },
    { highWaterMark: 1 },
  )
}
