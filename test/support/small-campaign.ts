/** A small campaign that has nothing wrong with it: what a test changes one thing of. */
export const SMALL_CAMPAIGN: Readonly<Record<string, string>> = {
  'campaigns/small/campaign.yaml': `title: "Small"
market: GB
printOn: 2026-12-01
shelfLifeDays: 365
press: coated-fogra39
catalogue: phones.csv
leaflets:
  - template: parent-trifold
    brands: [northstar]
    locales: [en-GB]
trust:
  - name: "A charity"
    publicKey: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
`,
  'campaigns/small/phones.csv': `sku,maker,model,os,network,box,ean,quantity,shop
NS-1,Apple,iPhone 17,iOS,EE,165 x 85 x 30,4006381333931,100,Leeds
NS-2,Samsung,Galaxy S26,Android,o2,160x80x28,,50,Leeds
NS-1,Apple,iPhone 17,iOS,ee,165 x 85 x 30,4006381333931,20,York
`,
  'locales/en-GB/parent.yaml': `deck: parent
locale: en-GB
audience: parent
status: final
units:
  - id: cover.title
    text: "Before you hand over the phone"
  - id: help.first
    role: help
    text: |
      Call {contact.helper.phone}.
  - id: steps.controls
    when: { os: ios }
    osVersion: "26"
    checkedOn: 2026-11-01
    source: "https://example.org/controls"
    reviewBy: 2027-11-01
    text: "Open Settings."
`,
  'locales/contacts/gb.yaml': `country: GB
contacts:
  helper:
    name: "Helper"
    operator: "A charity"
    audience: [parents]
    status: active
    reviewBy: 2028-01-01
    phone:
      shown: "0808 157 0123"
      dial: "08081570123"
      source: "https://example.org/"
      checkedOn: 2026-11-01
      confirmedOn: 2026-11-02
    url:
      shown: "helper.example.org"
      target: "https://www.helper.example.org/"
      source: "https://example.org/"
      checkedOn: 2026-11-01
      confirmedOn: null
    hours:
      shown: { en-GB: "24 hours, every day" }
      source: "https://example.org/"
      checkedOn: 2026-11-01
      confirmedOn: null
networks:
  ee:
    name: "EE"
    codes: {}
  o2:
    name: "O2"
    codes:
      lock:
        shown: "879"
        dial: "879"
        source: "https://example.org/"
        checkedOn: 2026-11-01
        confirmedOn: null
laws:
  poca:
    shown: "Protection of Children Act 1978"
    source: "https://example.org/"
`,
};
