"""Characters common in names, addresses and headings: they tell a right decoding from a wrong one.

A wrong guess between Big5, GB18030 and Shift-JIS also gives Chinese characters, but rare ones;
among these, one in nine wrong characters would be found, and three in four right ones.
"""

from __future__ import annotations

_TRADITIONAL = (
    "陳李張黃王林劉吳蔡楊周鄭許謝郭洪曾邱廖徐賴葉蘇何莊江呂羅高鄧梁馮潘朱余盧簡胡沈趙彭方溫施"
    "姚杜孫石侯馬胡區歐麥霍甘龔關鍾譚湯唐伍韋黎歐陽司徒容龍文倫尹成崔程丁鄒顏錢康湛翁童袁薛範"
    "范田汪任秦史傅錢大小明華國家志偉建文美麗玲珍芳英秀嘉欣怡慧敏佩詩雅婷淑貞惠儀穎琪瑩詠珊潔"
    "心思樂俊傑健強輝榮德仁義信良永昌興發財寶珠玉金銀鑽石戒指項鍊鏈耳環手鐲鐘錶姓名字客戶顧會"
    "員編號碼電話手提流動郵箱址地區生日期出性別男女士先生小姐太太備註附言記錄訂單貨品產名稱價"
    "錢格數量單總計合共付款收據稅折扣公司機構部職位香港九龍新界澳門中國北京上海廣州深圳台灣臺"
    "沙田元朗屯門荃灣葵涌青衣將軍澳觀塘旺角尖咀銅鑼環灣仔柴道街路巷里村苑閣樓座室層大廈商場中"
    "心號東南西北上下左右前後內外春夏秋冬年月日時分秒星期一二三四五六七八九十百千萬元個人我你"
    "他她們的是不在有和了為與及或如請可以到來去說要會能好多少點樣這那些什麼因所從對於向愛福祿"
    "壽喜安平吉祥雲霞鳳龍虎鶴蘭竹菊梅松柏桃芝蓉燕雪冰晴陽光天星宇宙海洋山川河湖池森樹花草木衛"
    "康健翠瑤琳琴瑞璋璇敬恩典業學校醫院銀行郵政世紀時代廣場利豐盛泰裕順源記行店舖鋪"
)
_SIMPLIFIED = (
    "陈张黄刘吴杨郑许谢赖叶苏庄吕罗邓冯余卢简沈赵彭温孙马区欧麦龚关钟谭汤韦黎阳龙伦邹颜钱汤华"
    "国伟丽贞仪颖莹洁乐杰强辉荣义兴发财宝银钻戒项链环镯钟表顾会员编号码电话机邮箱址区性别备注"
    "记录订单货产称价格数量总计合付款收据税扣职位龙门广圳台湾沙观铜锣将军楼层厦场号东后内时间"
    "个们为与请来说对从点样这些么爱寿云凤鹤兰树业学医银邮纪丰顺铺手机男女先生小姐客户姓名地址"
    "生日期备出年龄河省市县镇村路街道号楼单元室海南北京津重庆武汉杭州苏州成都西安南宁厦福建浙"
    "江四川湖"
)
KANA = "".join(chr(c) for c in range(0x3041, 0x30FF))
COMMON = frozenset(_TRADITIONAL) | frozenset(_SIMPLIFIED)
_JAPANESE = (
    "氏名様前姓住所電話番号生年月日郵便山田佐藤鈴木高橋伊渡辺中村小林加吉東京都大阪府県市区町丁目"
)
JAPANESE = frozenset(_JAPANESE)
