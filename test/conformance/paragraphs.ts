/** A paragraph of each script that shops in the UK ask for, as a leaflet might say it, with a font that writes it. */
export interface ScriptParagraph {
  readonly name: string;
  readonly lang: string;
  /** ISO 15924. */
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
  readonly font: string;
  readonly text: string;
}

const font = (id: string, name: string): string =>
  `@expo-google-fonts/${id}/400Regular/${name}_400Regular.ttf`;

const SANS = font('noto-sans', 'NotoSans');

const ltr = (
  name: string,
  [lang, script]: readonly [string, string],
  file: string,
  text: string,
): ScriptParagraph => ({ name, lang, script, direction: 'ltr', font: file, text });

const rtl = (...of: Parameters<typeof ltr>): ScriptParagraph => ({
  ...ltr(...of),
  direction: 'rtl',
});

export const PARAGRAPHS: readonly ScriptParagraph[] = [
  ltr(
    'Latin',
    ['pl', 'Latn'],
    SANS,
    'Porozmawiajcie o tym, co dziecko lubi w sieci. Najpierw słuchaj, potem pytaj. Jeśli coś pójdzie nie tak, pomożemy: to nie jego wina.',
  ),
  ltr(
    'Cyrillic',
    ['uk', 'Cyrl'],
    SANS,
    'Поговоріть про те, що дитині подобається в мережі. Спершу вислухайте. Якщо щось піде не так, це не її провина, і допомога є.',
  ),
  ltr(
    'Greek',
    ['el', 'Grek'],
    SANS,
    'Μιλήστε για όσα αρέσουν στο παιδί στο διαδίκτυο. Πρώτα ακούστε. Αν κάτι πάει στραβά, δεν φταίει το παιδί και υπάρχει βοήθεια.',
  ),
  rtl(
    'Arabic in Naskh',
    ['ar', 'Arab'],
    font('noto-naskh-arabic', 'NotoNaskhArabic'),
    'تحدّثوا مع طفلكم عمّا يحبّه على الإنترنت. استمعوا أولاً. إذا حدث شيء مزعج فليس الخطأ خطأه، والمساعدة موجودة.',
  ),
  rtl(
    'Urdu in Nastaliq',
    ['ur', 'Arab'],
    font('noto-nastaliq-urdu', 'NotoNastaliqUrdu'),
    'بچے سے پوچھیں کہ اسے آن لائن کیا پسند ہے۔ پہلے سنیں۔ اگر کچھ غلط ہو جائے تو قصور بچے کا نہیں، اور مدد موجود ہے۔',
  ),
  rtl(
    'Hebrew',
    ['he', 'Hebr'],
    font('noto-sans-hebrew', 'NotoSansHebrew'),
    'דברו עם הילד על מה שהוא אוהב ברשת. קודם תקשיבו. אם משהו משתבש, זו לא אשמתו, ויש מי שיעזור.',
  ),
  ltr(
    'Gurmukhi',
    ['pa-Guru', 'Guru'],
    font('noto-sans-gurmukhi', 'NotoSansGurmukhi'),
    'ਬੱਚੇ ਨੂੰ ਪੁੱਛੋ ਕਿ ਉਸਨੂੰ ਆਨਲਾਈਨ ਕੀ ਪਸੰਦ ਹੈ। ਪਹਿਲਾਂ ਸੁਣੋ। ਜੇ ਕੁਝ ਗਲਤ ਹੋ ਜਾਵੇ ਤਾਂ ਇਹ ਉਸਦਾ ਕਸੂਰ ਨਹੀਂ, ਅਤੇ ਮਦਦ ਮੌਜੂਦ ਹੈ।',
  ),
  ltr(
    'Bengali',
    ['bn', 'Beng'],
    font('noto-sans-bengali', 'NotoSansBengali'),
    'আপনার সন্তান অনলাইনে কী ভালোবাসে তা জিজ্ঞাসা করুন। আগে শুনুন। কিছু ভুল হলে তা তার দোষ নয়, আর সাহায্য আছে।',
  ),
  ltr(
    'Gujarati',
    ['gu', 'Gujr'],
    font('noto-sans-gujarati', 'NotoSansGujarati'),
    'તમારા બાળકને ઓનલાઇન શું ગમે છે તે પૂછો. પહેલાં સાંભળો. કંઈક ખોટું થાય તો તે બાળકનો વાંક નથી, અને મદદ મળે છે.',
  ),
  ltr(
    'Devanagari',
    ['hi', 'Deva'],
    font('noto-sans-devanagari', 'NotoSansDevanagari'),
    'बच्चे से पूछें कि उसे ऑनलाइन क्या पसंद है। पहले सुनें। कुछ गलत हो जाए तो यह उसकी गलती नहीं है, और मदद मौजूद है।',
  ),
  ltr(
    'Tamil',
    ['ta', 'Taml'],
    font('noto-sans-tamil', 'NotoSansTamil'),
    'உங்கள் குழந்தைக்கு இணையத்தில் என்ன பிடிக்கும் என்று கேளுங்கள். முதலில் கேளுங்கள். தவறு நடந்தால் அது குழந்தையின் குற்றம் அல்ல; உதவி உண்டு.',
  ),
  ltr(
    'Thai',
    ['th', 'Thai'],
    font('noto-sans-thai', 'NotoSansThai'),
    'ถามลูกว่าชอบอะไรบนอินเทอร์เน็ต ฟังก่อนพูด หากมีอะไรผิดพลาด ลูกไม่ได้ทำผิด และมีคนพร้อมช่วยเหลือ',
  ),
  ltr(
    'Khmer',
    ['km', 'Khmr'],
    font('noto-sans-khmer', 'NotoSansKhmer'),
    'សូមសួរកូនថាគេចូលចិត្តអ្វីនៅលើអ៊ីនធឺណិត។ ស្តាប់ជាមុនសិន។ បើមានរឿងអ្វីមួយ វាមិនមែនជាកំហុសរបស់កូនទេ ហើយមានជំនួយ។',
  ),
  ltr(
    'Lao',
    ['lo', 'Laoo'],
    font('noto-sans-lao', 'NotoSansLao'),
    'ຖາມລູກວ່າມັກຫຍັງຢູ່ໃນອິນເຕີເນັດ. ຟັງກ່ອນ. ຖ້າມີຫຍັງຜິດພາດ ບໍ່ແມ່ນຄວາມຜິດຂອງລູກ ແລະມີຄວາມຊ່ວຍເຫຼືອ.',
  ),
  ltr(
    'Burmese',
    ['my', 'Mymr'],
    font('noto-sans-myanmar', 'NotoSansMyanmar'),
    'အွန်လိုင်းတွင် ကလေး ဘာကြိုက်သလဲ မေးပါ။ အရင်နားထောင်ပါ။ တစ်ခုခုမှားသွားလျှင် ကလေး၏အပြစ်မဟုတ်ပါ၊ အကူအညီရှိပါသည်။',
  ),
  ltr(
    'Simplified Chinese',
    ['zh-Hans', 'Hani'],
    font('noto-sans-sc', 'NotoSansSC'),
    '问问孩子喜欢在网上做什么。先听孩子说。如果出了问题，那不是孩子的错，总有人可以帮忙。',
  ),
  ltr(
    'Traditional Chinese',
    ['zh-Hant', 'Hani'],
    font('noto-sans-tc', 'NotoSansTC'),
    '問問孩子喜歡在網上做什麼。先聽孩子說。如果出了問題，那不是孩子的錯，總有人可以幫忙。',
  ),
  ltr(
    'Korean',
    ['ko', 'Hang'],
    font('noto-sans-kr', 'NotoSansKR'),
    '아이에게 온라인에서 무엇을 좋아하는지 물어보세요. 먼저 들어 주세요. 문제가 생겨도 아이 잘못이 아니며, 도움을 받을 수 있습니다.',
  ),
  ltr(
    'Ethiopic',
    ['am', 'Ethi'],
    font('noto-sans-ethiopic', 'NotoSansEthiopic'),
    'ልጅዎ በኢንተርኔት ምን እንደሚወድ ይጠይቁ። መጀመሪያ ያዳምጡ። የሆነ ነገር ቢሳሳት የልጁ ጥፋት አይደለም፤ እርዳታም አለ።',
  ),
];
