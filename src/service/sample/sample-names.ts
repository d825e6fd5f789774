type Names = readonly [string, ...string[]];

/** First and last names that are used together. */
export type NameSet = { readonly first: Names; readonly last: Names };

/** Names written in Latin letters, with accents, apostrophes, hyphens, particles and great lengths among them. */
export const LATIN_NAMES: readonly [NameSet, ...NameSet[]] = [
  {
    first: ['Maryanna', 'James', 'Olivia', 'Noah', 'Grace', 'Ethan', 'Ruth', 'Samuel', 'Joy', 'Caleb'],
    last: [
      'Becker',
      'Smith',
      "O'Connor",
      'Taylor',
      'MacDonald',
      "D'Angelo",
      'Young',
      'St. John',
      'Ng',
      'Reed-Hall',
    ],
  },
  {
    first: ['Jürgen', 'Käthe', 'Jörg', 'Anneliese', 'Björn', 'Åsa', 'Søren', 'Øyvind', 'Þóra', 'Ægir'],
    last: [
      'Müller',
      'Weiß',
      'von der Heide',
      'Sjöberg',
      'Østergård',
      'Jónsdóttir',
      'Groß',
      'Lindström',
      'Bær',
      'Ås',
    ],
  },
  {
    first: [
      'François',
      'Zoé',
      'Noëlle',
      'José',
      'María José',
      'Iñaki',
      'João',
      'Conceição',
      'Niccolò',
      'Chloë',
    ],
    last: [
      "L'Hôpital",
      'Lefèvre',
      'Núñez',
      'García Márquez',
      'de la Peña',
      'Gonçalves',
      'Dall’Aglio',
      'Araújo',
      'Ibáñez',
      'Saint-Exupéry',
    ],
  },
  {
    first: ['Łukasz', 'Żaneta', 'Jiří', 'Šárka', 'Ľubomír', 'Đorđe', 'Žiga', 'Ștefan', 'Győző', 'Gintarė'],
    last: [
      'Wójcik',
      'Brzęczyszczykiewicz',
      'Dvořák',
      'Černý',
      'Đoković',
      'Țepeș',
      'Szűcs',
      'Žukauskas',
      'Bērziņš',
      'Põld',
    ],
  },
  {
    first: ['Oğuz', 'Ayşe', 'Çağla', 'İrem', 'Nguyễn Thị', 'Đức', 'Keola', 'ʻAolani', 'Olúwaṣeun', 'Chidị'],
    last: [
      'Yılmaz',
      'Öztürk',
      'Işık',
      'Trần',
      'Phạm Ngọc',
      'Kaʻahumanu',
      'Adébáyọ̀',
      'Okafor',
      "Ng'ang'a",
      '!Xóõ',
    ],
  },
  {
    first: [
      'Wolfeschlegelsteinhausen Maximilian Ferdinand',
      'Pablo Diego José Francisco de Paula Juan Nepomuceno',
    ],
    last: [
      'Keihanaikukauakahihuliheekahaunaele',
      'zu Hohenlohe-Waldenburg-Schillingsfürst-Langenburg-Weikersheim',
    ],
  },
];

/** Names in other scripts, those written from right to left included. */
export const OTHER_NAMES: readonly [NameSet, ...NameSet[]] = [
  {
    first: ['Мария', 'Алексей', 'Наталья', 'Фёдор', 'Юлія'],
    last: ['Иванова', 'Кузнецов', 'Соловьёва', 'Шевченко', 'Ґонта', 'Ђорђевић'],
  },
  {
    first: ['Ελένη', 'Γιώργος', 'Άννα', 'Οδυσσέας'],
    last: ['Παπαδοπούλου', 'Νικολαΐδης', 'Ωνάσης', 'Κώστας'],
  },
  { first: ['محمد', 'فاطمة', 'عبد الرحمن', 'ليلى'], last: ['الحسيني', 'بن سعود', 'النجّار', 'حدّاد'] },
  { first: ['שרה', 'דוד', 'נועה', 'יוסף'], last: ['כהן', 'לוי', "ז'בוטינסקי", 'בן־גוריון'] },
  { first: ['प्रिया', 'राहुल', 'अनुष्का', 'कृष्ण'], last: ['शर्मा', 'गुप्ता', 'श्रीवास्तव', 'मिश्र'] },
  { first: ['伟', '秀英', '志明', '欧阳娜'], last: ['王', '李', '司马', '諸葛'] },
  { first: ['민준', '서연', '지우', '현우'], last: ['김', '이', '박', '남궁'] },
  { first: ['さくら', 'ハルト', '健太', '美咲'], last: ['佐藤', '髙橋', 'ワタナベ', '小鳥遊'] },
  { first: ['สมชาย', 'กนกวรรณ', 'ณัฐพล', 'ปิยะ'], last: ['ศรีสุข', 'วงศ์สวัสดิ์', 'ทองดี', 'ณ อยุธยา'] },
  { first: ['தமிழ்', 'কবিতা', 'გიორგი', 'Արամ'], last: ['செல்வன்', 'চট্টোপাধ্যায়', 'ბერიძე', 'Հակոբյան'] },
];
