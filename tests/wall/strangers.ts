import type { Headers } from './reader-at.ts'

const says = (userAgent: string): Headers => ({ 'user-agent': userAgent })
const from = (referer: string): Headers => ({ referer })
const token = 'A'.repeat(43)

/** Everybody without an account, by what their requests say of themselves. None of it is believed. */
export const strangers: Readonly<Record<string, Headers>> = {
  nobody: {},
  'a search engine': says(
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  ),
  'a search engine on a phone': says(
    'Mozilla/5.0 (Linux; Android) Mobile (compatible; Googlebot/2.1)',
  ),
  'another search engine': { ...says('bingbot/2.0'), from: 'bingbot(at)example' },
  'a search engine’s inspector': says('Google-InspectionTool/1.0'),
  'an advertiser’s crawler': says('Mediapartners-Google'),
  'a crawler of social media': says('facebookexternalhit/1.1'),
  'a crawler that draws cards': says('Twitterbot/1.0'),
  'a crawler of messages': says('Slackbot-LinkExpanding 1.0'),
  'a crawler for language models': says('GPTBot/1.2'),
  'an open crawler': says('CCBot/2.0'),
  'an archive': says('Mozilla/5.0 (compatible; archive.org_bot)'),
  'a reader of feeds': says('FeedFetcher-Google'),
  'a tool that measures pages': says('Chrome-Lighthouse'),
  'a tool that draws pages first': says('Prerender (+https://prerender.example)'),
  'a browser that says nothing': { ...says(''), accept: '' },
  'somebody from a search page': from('https://www.google.com/'),
  'somebody from another search page': from('https://www.bing.com/search?q=low+water'),
  'somebody from news': from('https://news.google.com/'),
  'somebody from social media': from('https://t.co/x'),
  'somebody from a network': from('https://www.facebook.com/'),
  'somebody from here': from('http://localhost:3000/en/account'),
  'a spoofed inner address': { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
  'a spoofed crawler’s address': { 'x-forwarded-for': '66.249.66.1, 127.0.0.1' },
  'a spoofed hop': { forwarded: 'for=127.0.0.1;host=localhost;proto=https', via: '1.1 localhost' },
  'a spoofed client': { 'true-client-ip': '127.0.0.1', 'cf-connecting-ip': '127.0.0.1' },
  'a made-up session': { cookie: 'session=1; __Host-session=a.b; role=operator; subscriber=1' },
  'a well-formed session': { cookie: `session=${token}; __Host-session=${token}; reader=1` },
  'a session in many pieces': { cookie: `session=; session=${token}; session="${token}"` },
  'cookies of a wall': { cookie: 'paywall=off; metered=0; premium=true; entitlements=all' },
  'a made-up meter': { cookie: `meter=2031-04.${token}; gift=${token}.${token}` },
  'made-up rights': { authorization: 'Bearer operator', 'x-reader': 'operator', 'x-role': 'staff' },
  'a made-up password': { authorization: 'Basic b3BlcmF0b3I6b3BlcmF0b3I=' },
}
