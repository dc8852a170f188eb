/**
 * The page at this address of the stand, read and not shown: the words and the markup of something
 * that is fetched when it is wanted.
 * @throws when it does not come
 */
export function pageAt(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const asking = new XMLHttpRequest()
    asking.open('GET', address)
    // The one way from text to markup that needs no trusted types: nothing in it runs.
    asking.responseType = 'document'
    asking.onload = () => {
      const { status, responseXML } = asking
      if (status === 200 && responseXML !== null) resolve(responseXML)
      else reject(new Error(`${address}: ${status}`))
    }
    asking.onerror = () => reject(new Error(address))
    asking.send()
  })
}
