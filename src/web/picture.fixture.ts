import type { KeptPicture } from '#catalogue'
import type { Typesetter } from './needs.ts'

/** A harbour at dusk, drawn for these tests, in both formats. */
const webp = [
  'UklGRuYDAABXRUJQVlA4INoDAADwPgCdASrgAUABPxGIv1ksKSajolyIAYAiCWdu4XZ3Y4/2D/Rf0CwP5w1S0vOkkD',
  'AGEjq2X7XtF4/OS1cz5HVsuBqrT4U1JdyEUgq0+FNSXchFIKtPhTUeKR8CDj218G/CFn6Rx3dOpEq3+rz7folm/45y',
  'bL0QtFZv+Ocmy9ELRWb/R+ROO7p1InInHd06kSrf6xtA47uFC18G/GOTZeiForN/xzk2XohaKzf8age+ELkIpBVp8K',
  'aku5CKQVafCmpLuQYPlJdyEMVE2my9ELRWb/jnJsvRC0VgIUZeiForN/xzk2XohM2uGSP2Fnk+ac21/5qB/UKkaz45',
  'Fsv2vaLx+clqpYdmwtU04XexOuntFpHVstxe+ELO59plIlR7oTIR3cQgAOJWjFR341DifDaz7G9BBn6v0WQ7GC1IyI',
  'TVmBMEQU6zBHKljjIB65kagfe6PXMjUD73R65kagfe6PXMh/eu2Pp8qqLX/LltYgADKXzI1A+90gPYL0QtFZv+Ocmy',
  '9ELN+MU/df62/H/g1XtF4/OS1cz5M+B5nyOsvD5Naz7IrNvxzk2XohaKzJ6hlm6Lzrg1XvjHJsvRC0Vm/45ybLz+kb',
  'EqPeadjcBw/OS1cz5HVs0+pGxKjrXj6mXwpqS7kIpBVp8KakuzufaLxTpLVzPkdWy/a9ovH5ycyeAm8AD+/s4O4Xfq',
  '9oanwFM0OgAAAKyV43AAAAArJhcT5fLtA8gLMSIXI3ZDDIYfH297jgoGT8T5OnKLzSxvTHSDwUgPuwVi0lmiYyxsAA',
  'AAACyyJ5a0Wsyt0xbpAJRtnkvGzMIi42ZhEXGzMIi42ZhEXGzksepf60qWWQqdAAAABkVKYIs7mqjZC74taWVDxa0s',
  'qHi1pZUPFr9OLBa334zQ0cLpJRebK3gM1luaBwGay3NA4DPcBAoAAHwKtIIp0/fSakEDZ0LqjYLPDfg7aNlnWDP/fI',
  'A4a+Uu00XWmi600XWggd3S1oSe1ZSrLMnCzoeGZEF5ara3oARBULCBM9WMP13Di13ZUvAwYAr317Z5oHLnpQAUP/GY',
  'obPhcGg4GcXsAQxUP2BMcstr6kEwPvoTkzhkZOuNLa0FzO48RBaBjoCDwXVUaQSB+Ox1urs1eohvsxktwe7RUYSqhG',
  'TTc7uKlb5I+5j+vz/RHf2F3vJccWxZAq024Mx05pqiQouWxM08OqOMkoLpflY2PzfuSkcxgV3DIW0j8lDxa0qxLqHj',
  'Ibe1VMiH8UccyiFI9psgAAAAAFQj/Y4AAACqhLUAAAeIc5aqhAAAABxlrNAAARY8BJU4olzdF/XF8R6AAA==',
]
const avif = [
  'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAAXBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAA',
  'AAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAABlAABAAAAAAAAATEAAgAAAAACxQABAAAAAAAAACIAAAA4aWluZgAA',
  'AAAAAgAAABVpbmZlAgAAAAABAABhdjAxAAAAABVpbmZlAgAAAAACAABhdjAxAAAAAA5waXRtAAAAAAABAAAAr2lwcn',
  'AAAACKaXBjbwAAAAxhdjFDgSECAAAAABRpc3BlAAAAAAAAAeAAAAFAAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQEc',
  'AAAAAA5waXhpAAAAAAEIAAAAOGF1eEMAAAAAdXJuOm1wZWc6bXBlZ0I6Y2ljcDpzeXN0ZW1zOmF1eGlsaWFyeTphbH',
  'BoYQAAAAAdaXBtYQAAAAAAAAACAAEDgQIDAAIEhAIFhgAAABppcmVmAAAAAAAAAA5hdXhsAAIAAQABAAABW21kYXQS',
  'AAoJOGI78/aQENBpMqECRNAmLE554cgWIiyXvzRkLjPwOh5joSQZgVOFjsloXzDRjK0D+J8n5Gy2zpkeSomzEMm6RY',
  'dPdN4ULaKAaAxULLW3SzR/od9EbN67k/qY1O8M/n3+b/z/9LyaWxklmSwYGNHzKcZp6d4ilefmlHmPo24aN2L8j/s8',
  'B8YCGoJxLAkGzB96gulUgCRIGqcoG1dqtH3WXXjHNFC3g57bUA3RbRr1z/ArNfk7vZoOvcmDT0YuxqF6xIx3MEqOri',
  '6NtjMYfZ8h2zmyXGBqshHC2qJfAZDwk4icyxUlspRaxdTGjkfWDqI9yDt4LDC6MJf6Rm8kkMRsw6qpZxFtoYAuYXnU',
  'W9z1nZoXl8gL6XZIsxihr8mcSLl4som6xM87KVdUx9PMmxIACgYYYjvz9hUyFhLwAABQAphW1KEo9ayVbYfLg04CbK',
  'c=',
]

export const pictureBytes = {
  webp: new Uint8Array(Buffer.from(webp.join(''), 'base64')),
  avif: new Uint8Array(Buffer.from(avif.join(''), 'base64')),
}

export const harbourPicture: KeptPicture = {
  digest: 'ab'.repeat(32),
  width: 480,
  height: 320,
  widths: [480],
  thumbhash: 'FggCDIJ3iHeId4iHd3d4h3eAeAh3',
  tone: '#6b6a5f',
}

/** Prints what it is given as text, so that a test can read it. */
export const plainTypesetter: Typesetter = {
  cover: async (copy, width) => Buffer.from(`${width} ${JSON.stringify(copy)}`),
  social: async (copy) => Buffer.from(JSON.stringify(copy)),
}
