<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>A change</source>
            <translation>一项改动</translation>
        </message>
        <message>
            <source>A complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>A computer's name may have {most} letters. Shorten it.</source>
            <translation>电脑名称最多 {most} 个字，请缩短。</translation>
        </message>
        <message>
            <source>A customer</source>
            <translation>一位顾客</translation>
        </message>
        <message>
            <source>A customer of {branch}, shared with this branch.</source>
            <translation>{branch}的顾客，与本店共享。</translation>
        </message>
        <message>
            <source>A customer of {branch}: only the initials are here, so nothing but payments for this branch's orders can be entered. Look the customer up and open the card for the rest.</source>
            <translation>{branch}的顾客：本店只有姓名缩写，因此只可输入本店订单的付款。如需其他数据，请查询该顾客并打开其客户卡。</translation>
        </message>
        <message>
            <source>A letter of the answer is wrong or missing. Compare it with head office's.</source>
            <translation>答复有字母错误或缺少。请与总部核对。</translation>
        </message>
        <message>
            <source>A payment</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>A PC of this branch was put back from an older backup. It goes on under another letter.</source>
            <translation>本店一台电脑由较旧的备份恢复，改用另一字母继续。</translation>
        </message>
        <message>
            <source>A PC of this branch was put back from an older backup. Its papers had the letter {left}; they get the letter {to} from now on. What was done on it since that backup and never sent is offered on its page Backups; where it is not, compare the papers of those days.</source>
            <translation>本店一台电脑由较旧的备份恢复。它的单据原用字母 {left}，由现在起改用 {to}。备份之后在该机做过而从未送出的，可在该机的“备份”页取回；如该页没有显示，请核对那几天的单据。</translation>
        </message>
        <message>
            <source>A person was erased at head office, by request.</source>
            <translation>总部应要求删除了一个人的数据。</translation>
        </message>
        <message>
            <source>A record that it changes is no longer on this PC.</source>
            <translation>所改动的记录已不在这台电脑。</translation>
        </message>
        <message>
            <source>A repair</source>
            <translation>维修</translation>
        </message>
        <message>
            <source>A request waits until another administrator seconds it. Then every PC that held the customer's data confirms, at its next contact, that nothing of it is left.</source>
            <translation>要求须由另一位管理员确认。其后每部存有该顾客数据的电脑会在下次连接时确认数据已全部清除。</translation>
        </message>
        <message>
            <source>Add an entry that corrects it, then give this up.</source>
            <translation>请加入更正的项目，然后放弃此项。</translation>
        </message>
        <message>
            <source>Address of head office</source>
            <translation>总部网址</translation>
        </message>
        <message>
            <source>All data is on this computer. Nothing is sent anywhere.</source>
            <translation>所有数据均在这台电脑，不会传送到任何地方。</translation>
        </message>
        <message>
            <source>and {n} more value</source>
            <translation>另有 {n} 项内容</translation>
        </message>
        <message>
            <source>and {n} more values</source>
            <translation>另有 {n} 项内容</translation>
        </message>
        <message>
            <source>Another branch</source>
            <translation>另一门店</translation>
        </message>
        <message>
            <source>another branch</source>
            <translation>另一门店</translation>
        </message>
        <message>
            <source>Another head office answers at this address.</source>
            <translation>这个地址的是另一间总部。</translation>
        </message>
        <message>
            <source>Another reason</source>
            <translation>其他原因</translation>
        </message>
        <message>
            <source>Another reason needs a few words.</source>
            <translation>选择其他原因时请写几个字说明。</translation>
        </message>
        <message>
            <source>As it stands on a receipt, such as HK02-A-000123-7</source>
            <translation>如收据所示，例如 HK02-A-000123-7</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>再查一次</translation>
        </message>
        <message>
            <source>Ask for it</source>
            <translation>提出要求</translation>
        </message>
        <message>
            <source>Ask the person. If it is right, look it over and send it in your own name.</source>
            <translation>请向该同事查问。如属实，请查看后以您自己的名义送出。</translation>
        </message>
        <message>
            <source>Asked for {time} by {name}</source>
            <translation>{name} 于 {time} 提出</translation>
        </message>
        <message>
            <source>Asked for. Another administrator must second it.</source>
            <translation>已提出。须由另一位管理员确认。</translation>
        </message>
        <message>
            <source>asking head office</source>
            <translation>正联系总部</translation>
        </message>
        <message>
            <source>Asking head office…</source>
            <translation>正联系总部…</translation>
        </message>
        <message>
            <source>Being erased</source>
            <translation>删除中</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Breaking off…</source>
            <translation>正在中止…</translation>
        </message>
        <message>
            <source>Brings a ring for resizing</source>
            <translation>带戒指来改圈口</translation>
        </message>
        <message>
            <source>Broken off; nothing has changed. For an hour the same code goes on with it.</source>
            <translation>已中止，这里没有任何改变。一小时内可用同一个代码继续。</translation>
        </message>
        <message>
            <source>Call that branch, or ask for the customer to be moved or shared; then send it again.</source>
            <translation>请致电该门店，或要求转移或共享该顾客，然后重新传送。</translation>
        </message>
        <message>
            <source>Chan or 陳</source>
            <translation>Chan 或 陈</translation>
        </message>
        <message>
            <source>Changed by two</source>
            <translation>双方改动</translation>
        </message>
        <message>
            <source>Choose a branch.</source>
            <translation>请选择门店。</translation>
        </message>
        <message>
            <source>Choose why this customer is opened.</source>
            <translation>请选择打开此顾客的原因。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Collecting something</source>
            <translation>前来取货</translation>
        </message>
        <message>
            <source>Correct it and send it again, or give it up.</source>
            <translation>请更正后重新传送，或放弃。</translation>
        </message>
        <message>
            <source>Correct it and send it again.</source>
            <translation>请更正后重新传送。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顾客</translation>
        </message>
        <message>
            <source>Customer number</source>
            <translation>顾客编号</translation>
        </message>
        <message>
            <source>Done anew on the order's page</source>
            <translation>已在订单页重做</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Entries of a ledger stay for ever. Add one that corrects it.</source>
            <translation>分录会永久保留，请添加一笔更正。</translation>
        </message>
        <message>
            <source>Erase for good</source>
            <translation>永久删除</translation>
        </message>
        <message>
            <source>Erase this person for good</source>
            <translation>永久删除此人数据</translation>
        </message>
        <message>
            <source>Erase this person for good…</source>
            <translation>永久删除此人数据…</translation>
        </message>
        <message>
            <source>Erased. Every PC forgets the customer at its next contact.</source>
            <translation>已删除。每台电脑会在下次连接时清除该顾客的数据。</translation>
        </message>
        <message>
            <source>Erasure requests</source>
            <translation>删除个人信息的要求</translation>
        </message>
        <message>
            <source>First copy</source>
            <translation>首次复制</translation>
        </message>
        <message>
            <source>first copy</source>
            <translation>首次复制</translation>
        </message>
        <message>
            <source>For a manager</source>
            <translation>须由经理处理</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Give it up?</source>
            <translation>要放弃吗？</translation>
        </message>
        <message>
            <source>Give it up…</source>
            <translation>放弃…</translation>
        </message>
        <message>
            <source>Give your password: the store must be opened.</source>
            <translation>请输入密码：须打开数据库。</translation>
        </message>
        <message>
            <source>Given up. The reason is kept.</source>
            <translation>已放弃，原因已保存。</translation>
        </message>
        <message>
            <source>Go on selling: all is kept here and sent when it answers. Call head office, and copy this PC's backup to another disk meanwhile.</source>
            <translation>请照常营业：所有工作均保存在本机，待总部回应便会传送。请致电总部，并先将这台电脑的备份复制到另一硬盘。</translation>
        </message>
        <message>
            <source>Has an open order here</source>
            <translation>在本店有未完成订单</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>总部</translation>
        </message>
        <message>
            <source>Head office asks this PC to wait</source>
            <translation>总部要求这台电脑稍候</translation>
        </message>
        <message>
            <source>Head office cannot be reached there. Check the address and the network, then try again with the same code.</source>
            <translation>无法连到该处的总部。请检查地址和网络，然后用同一个代码重试。</translation>
        </message>
        <message>
            <source>Head office cannot be reached. Check the network; what you do is kept and sent later by itself.</source>
            <translation>未能联系总部。请检查网络；您的工作已保存，稍后会自动传送。</translation>
        </message>
        <message>
            <source>Head office could not take this.</source>
            <translation>总部未能接收此项。</translation>
        </message>
        <message>
            <source>Head office does not know this PC. Ask there whether it is still enrolled.</source>
            <translation>总部不认识这台电脑。请查询它是否仍已加入。</translation>
        </message>
        <message>
            <source>Head office does not know this. Look it up again.</source>
            <translation>总部没有这项数据。请重新查询。</translation>
        </message>
        <message>
            <source>Head office does not know your sign-in on this PC. While it can be reached, sign in with the password that head office gave you; if that does not help, let it give you a new one.</source>
            <translation>总部不认得您在此电脑的登录。请在连接时以总部给您的密码登录；如仍不行，请总部给您新密码。</translation>
        </message>
        <message>
            <source>Head office does not recognise this PC</source>
            <translation>总部不认得这台电脑</translation>
        </message>
        <message>
            <source>Head office does not understand this program. Update it.</source>
            <translation>总部不明白此程序的消息。请更新程序。</translation>
        </message>
        <message>
            <source>Head office has a fault</source>
            <translation>总部出现故障</translation>
        </message>
        <message>
            <source>Head office has a notice: {kind}</source>
            <translation>总部有一则通知：{kind}</translation>
        </message>
        <message>
            <source>Head office has closed this branch</source>
            <translation>总部已关闭此门店</translation>
        </message>
        <message>
            <source>Head office has closed this branch. Ask head office what becomes of this PC.</source>
            <translation>总部已关闭此门店。请向总部查询这台电脑如何处理。</translation>
        </message>
        <message>
            <source>Head office has closed this branch. What is here stays, also what was not sent yet. Ask head office what becomes of this PC.</source>
            <translation>总部已关闭这间门店。这里的数据会保留，包括尚未传送的。请向总部查询这台电脑的去处。</translation>
        </message>
        <message>
            <source>Head office has had too many questions. Wait a little.</source>
            <translation>总部收到太多查询，请稍候。</translation>
        </message>
        <message>
            <source>Head office has no room on its disk</source>
            <translation>总部的硬盘已满</translation>
        </message>
        <message>
            <source>Head office has not answered for {n} day</source>
            <translation>总部已有 {n} 天没有回应</translation>
        </message>
        <message>
            <source>Head office has not answered for {n} days</source>
            <translation>总部已 {n} 天没有回应</translation>
        </message>
        <message>
            <source>Head office has not let this PC in yet</source>
            <translation>总部尚未接纳这台电脑</translation>
        </message>
        <message>
            <source>Head office has taken this PC off</source>
            <translation>总部已移除这台电脑</translation>
        </message>
        <message>
            <source>Head office has taken this PC off. What it held is erased.</source>
            <translation>总部已移除这台电脑，其数据已删除。</translation>
        </message>
        <message>
            <source>Head office is busy. It is tried again by itself.</source>
            <translation>总部繁忙，会自动重试。</translation>
        </message>
        <message>
            <source>Head office knows nobody active who did this.</source>
            <translation>总部查无现员工工做过此事。</translation>
        </message>
        <message>
            <source>Head office last answered</source>
            <translation>总部上次回应</translation>
        </message>
        <message>
            <source>Head office lets you in, but your record has not come to this PC yet. Try again in a minute.</source>
            <translation>总部准许您登录，但您的数据尚未传到这台电脑。请一分钟后重试。</translation>
        </message>
        <message>
            <source>Head office makes it; it is good for ten minutes.</source>
            <translation>由总部产生，十分钟内有效。</translation>
        </message>
        <message>
            <source>Head office tells here who looked up your customers, and what moved.</source>
            <translation>谁查询过您的顾客、谁转了门店，总部会在此通知。</translation>
        </message>
        <message>
            <source>Head office was put up again and does not know this PC any more</source>
            <translation>总部已重建，不再认得这台电脑</translation>
        </message>
        <message>
            <source>Head office will not have it. What was written stays in the log.</source>
            <translation>总部不会收到此项；所写内容会保留在记录中。</translation>
        </message>
        <message>
            <source>Head office's disk is full. What you do is kept here and sent later.</source>
            <translation>总部的硬盘已满。您的工作保存在本机，稍后传送。</translation>
        </message>
        <message>
            <source>Head office's key does not open this store: it is of before the key was changed, or the file is damaged. Nothing was changed. Use the printed recovery code, or restore a checked backup.</source>
            <translation>总部的密钥不能打开这个数据库：那是更换密钥之前的，或者文件已损坏。什么都没有更改。请用印出的恢复码，或恢复一个已检查的备份。</translation>
        </message>
        <message>
            <source>Head office's program does not know this yet.</source>
            <translation>总部的程序尚未支持此项。</translation>
        </message>
        <message>
            <source>Home branch</source>
            <translation>所属门店</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>In your words</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>It cannot be changed from a PC of a branch.</source>
            <translation>不可在门店的电脑上更改。</translation>
        </message>
        <message>
            <source>It changes an entry of a ledger. Those stay as they are for ever.</source>
            <translation>此项会改动账目，而账目永不更改。</translation>
        </message>
        <message>
            <source>It has been changed since.</source>
            <translation>其后已再更改。</translation>
        </message>
        <message>
            <source>It is larger than the 32 MB that head office takes at once, and what was done after it waits here too. Shorten the longest note or text of that day, or ask head office for help; nothing is lost.</source>
            <translation>超过总部一次可接收的 32 MB，其后的工作也在这里等候。请缩短当日最长的备注或文字，或向总部求助；数据没有遗失。</translation>
        </message>
        <message>
            <source>It is sent again in your name.</source>
            <translation>已以您的名义重新传送。</translation>
        </message>
        <message>
            <source>It is sent in your name, with what stands here.</source>
            <translation>会以您的名义，按此处所示传送。</translation>
        </message>
        <message>
            <source>It needs a record that is not on this PC. Give it up, and do it anew.</source>
            <translation>它需要一项不在这台电脑的记录。请放弃并重新做一次。</translation>
        </message>
        <message>
            <source>It sends and receives nothing any more, and what it holds of the branch is erased. If this is a mistake, ask head office for a new code and join again.</source>
            <translation>它不再收发数据，所存的门店数据会被删除。如属误会，请向总部索取新代码重新加入。</translation>
        </message>
        <message>
            <source>It speaks of a record that head office does not have.</source>
            <translation>它提及一项总部没有的记录。</translation>
        </message>
        <message>
            <source>It stays as it is.</source>
            <translation>维持不变。</translation>
        </message>
        <message>
            <source>It was asked too often. It goes on by itself.</source>
            <translation>查询过于频密，稍后会自动继续。</translation>
        </message>
        <message>
            <source>It was made so long ago that head office cannot tell whether it has it already.</source>
            <translation>事隔太久，总部无法确定是否已有此项。</translation>
        </message>
        <message>
            <source>It was written for another branch, and head office takes it from there only. Have it done anew on a PC of that branch, and give it up here.</source>
            <translation>此项是为另一门店而写，总部只接受由该门店送出。请在该门店的电脑重新办理，并在此放弃。</translation>
        </message>
        <message>
            <source>Its key is another one than the one that joined. Call head office; nothing is lost.</source>
            <translation>其密钥与加入时不同。请致电总部；数据没有遗失。</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Join a head office</source>
            <translation>加入总部</translation>
        </message>
        <message>
            <source>Join head office…</source>
            <translation>加入总部…</translation>
        </message>
        <message>
            <source>Keep what stands</source>
            <translation>保留现有内容</translation>
        </message>
        <message>
            <source>Known at head office since {time}</source>
            <translation>总部已于 {time} 收到</translation>
        </message>
        <message>
            <source>Last four digits of the phone</source>
            <translation>电话末四位数字</translation>
        </message>
        <message>
            <source>Look at the digits again, ask for another number, or add a new customer.</source>
            <translation>请再核对号码、查问其他号码，或添加顾客。</translation>
        </message>
        <message>
            <source>Look it over and send it in your own name.</source>
            <translation>请核对后以您的名义传送。</translation>
        </message>
        <message>
            <source>Look the customer up. If they are at another branch, tell it, then give this up.</source>
            <translation>请查询该顾客。如已转到另一门店，请通知该店，然后放弃此项。</translation>
        </message>
        <message>
            <source>Look up</source>
            <translation>查询</translation>
        </message>
        <message>
            <source>Look up a customer elsewhere</source>
            <translation>查询其他门店的顾客</translation>
        </message>
        <message>
            <source>Look up a customer of another branch</source>
            <translation>查询其他门店的顾客</translation>
        </message>
        <message>
            <source>Look up by</source>
            <translation>查询方式</translation>
        </message>
        <message>
            <source>Look whether it is there. If not, send it again; else give it up.</source>
            <translation>请查看是否已有此项。如没有，请重新传送；否则放弃。</translation>
        </message>
        <message>
            <source>Make a backup of this computer first.</source>
            <translation>请先为这台电脑做备份。</translation>
        </message>
        <message>
            <source>May work off line until</source>
            <translation>可离线工作至</translation>
        </message>
        <message>
            <source>Mend and send again</source>
            <translation>更正后重新传送</translation>
        </message>
        <message>
            <source>Mend and send…</source>
            <translation>更正并传送…</translation>
        </message>
        <message>
            <source>More is paid than the order costs: {subject}, receipt {number}, {amount} too much.</source>
            <translation>付款多于订单金额：{subject}，收据 {number}，多付 {amount}。</translation>
        </message>
        <message>
            <source>Move the order on its own page.</source>
            <translation>请在订单页转换进度。</translation>
        </message>
        <message>
            <source>Move to another branch</source>
            <translation>转到其他门店</translation>
        </message>
        <message>
            <source>Move to another branch…</source>
            <translation>转到其他门店…</translation>
        </message>
        <message>
            <source>Move to this branch</source>
            <translation>转到本店</translation>
        </message>
        <message>
            <source>Move to this branch…</source>
            <translation>转到本店…</translation>
        </message>
        <message>
            <source>Moved. The other branch has the card now.</source>
            <translation>已转移。客户卡现属另一门店。</translation>
        </message>
        <message>
            <source>Moved. This branch has the customer now; the whole card comes in a moment.</source>
            <translation>已转移。该顾客现属本店，完整客户卡稍后送到。</translation>
        </message>
        <message>
            <source>Moving to that branch</source>
            <translation>转到该门店</translation>
        </message>
        <message>
            <source>Moving to this branch</source>
            <translation>转到本店</translation>
        </message>
        <message>
            <source>Name of this computer</source>
            <translation>这台电脑的名称</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新顾客</translation>
        </message>
        <message>
            <source>News from head office cannot be kept. Make room on the disk; it goes on by itself.</source>
            <translation>无法保存总部的新数据。请腾出硬盘空间，之后会自动继续。</translation>
        </message>
        <message>
            <source>No longer on this PC</source>
            <translation>已不在本机</translation>
        </message>
        <message>
            <source>No longer shared.</source>
            <translation>已停止共享。</translation>
        </message>
        <message>
            <source>No notices</source>
            <translation>没有通知</translation>
        </message>
        <message>
            <source>Nobody at head office has confirmed this PC yet: the six words are to be compared.</source>
            <translation>总部尚未确认这台电脑：须核对六个字词。</translation>
        </message>
        <message>
            <source>Nobody at head office has confirmed this PC. Once somebody has, try again with the same code, within the hour.</source>
            <translation>总部未有人确认这台电脑。确认后，请在一小时内用同一个代码重试。</translation>
        </message>
        <message>
            <source>Nobody changed the same thing twice</source>
            <translation>没有双方改动</translation>
        </message>
        <message>
            <source>Nobody is exactly that</source>
            <translation>找不到完全相符的顾客</translation>
        </message>
        <message>
            <source>Nobody is to be erased</source>
            <translation>没有待删除的人</translation>
        </message>
        <message>
            <source>Not sent to head office yet</source>
            <translation>尚未传送到总部</translation>
        </message>
        <message>
            <source>Nothing is lost. Connect it to the network: it opens again as soon as head office answers. If the date of this computer is wrong, set it.</source>
            <translation>数据没有遗失。请接上网络：总部一回应便可再用。如电脑日期不正确，请校正。</translation>
        </message>
        <message>
            <source>Nothing is lost: the order of events goes by head office's clock. Set date and time in the computer, so that days and reminders are right here too.</source>
            <translation>数据没有遗失：先后次序以总部的时钟为准。请设置电脑的日期及时间，使本机的日期及提醒也正确。</translation>
        </message>
        <message>
            <source>Nothing is lost; it is tried again by itself. Look at Settings, Health and about.</source>
            <translation>数据没有遗失，会自动重试。请查看设置中的“检查与关于”。</translation>
        </message>
        <message>
            <source>Nothing of it can be mended here: give it up.</source>
            <translation>此处无法更正：请放弃此项。</translation>
        </message>
        <message>
            <source>Nothing proves that the person it names did this.</source>
            <translation>没有凭据证明此项由所列的同事所做。</translation>
        </message>
        <message>
            <source>Nothing was put aside</source>
            <translation>没有被搁置的工作</translation>
        </message>
        <message>
            <source>Nothing was sent; all is kept here. Set date and time in the computer. If they are right, tell head office: its certificate may have ended.</source>
            <translation>没有传送任何数据，全部保存在本机。请设置电脑的日期及时间。如两者无误，请通知总部：其证书可能已到期。</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Off line</source>
            <translation>离线</translation>
        </message>
        <message>
            <source>Off line nobody at another branch can be looked up: this PC does not have their customers, on purpose. Add a new customer; when the line is back, duplicates are shown and can be put together.</source>
            <translation>离线时无法查询其他门店的顾客：本电脑按设计不存有该等顾客。请添加顾客；恢复连接后会列出重复的记录，可以合并。</translation>
        </message>
        <message>
            <source>Off line since {time}</source>
            <translation>自 {time} 起离线</translation>
        </message>
        <message>
            <source>On line</source>
            <translation>已连接</translation>
        </message>
        <message>
            <source>On line, and somebody should look at this</source>
            <translation>已连接，有事项需要处理</translation>
        </message>
        <message>
            <source>On loan from {branch} until {time}</source>
            <translation>由{branch}借阅至 {time}</translation>
        </message>
        <message>
            <source>On loan from {branch} until {time} · some fields hidden</source>
            <translation>由{branch}借阅至 {time} · 部分字段已隐藏</translation>
        </message>
        <message>
            <source>One entry is too large to be sent</source>
            <translation>有一项内容过大，无法传送</translation>
        </message>
        <message>
            <source>One of the values is not possible.</source>
            <translation>其中一项内容不正确。</translation>
        </message>
        <message>
            <source>One-time code</source>
            <translation>一次性代码</translation>
        </message>
        <message>
            <source>Only exactly this is found, and head office writes down who looked up whom.</source>
            <translation>只会找到完全相符者；总部会记录谁查询了谁。</translation>
        </message>
        <message>
            <source>Open card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>Open for a day</source>
            <translation>打开一天</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Orders, payments and follow-ups of {branch} are kept there.</source>
            <translation>{branch}的订单、付款及跟进由该店保存。</translation>
        </message>
        <message>
            <source>people and branches</source>
            <translation>员工及门店</translation>
        </message>
        <message>
            <source>People and branches are changed at head office only.</source>
            <translation>员工及门店只可由总部更改。</translation>
        </message>
        <message>
            <source>People, products and open business come first. You can work in a moment.</source>
            <translation>员工、货品及未完成事项先到，片刻后即可工作。</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Phone ends in {digits}</source>
            <translation>电话末位 {digits}</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>次序</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>被搁置</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>已阅</translation>
        </message>
        <message>
            <source>Read the six words of this PC to head office, where it is taken in again. Everything stays here and is sent then.</source>
            <translation>请把这台电脑的六个字词告诉总部，由总部重新接纳。数据全部留在这里，之后会送出。</translation>
        </message>
        <message>
            <source>Read the six words of this PC to head office; they must be the same there.</source>
            <translation>请向总部读出这台电脑的六个字词；两边必须相同。</translation>
        </message>
        <message>
            <source>Read these six words to head office on the telephone. The same six must stand there; if they do not, somebody is in between: stop.</source>
            <translation>请在电话向总部读出这六个字词。总部所示必须相同；如不同，即有人从中介入，请中止。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Requests stand here until every PC has confirmed.</source>
            <translation>要求会列于此处，直至每台电脑都已确认。</translation>
        </message>
        <message>
            <source>Say in a few words why it is given up.</source>
            <translation>请简单说明放弃的原因。</translation>
        </message>
        <message>
            <source>Say in a few words why this customer is opened.</source>
            <translation>请简单说明打开此顾客的原因。</translation>
        </message>
        <message>
            <source>Say in a few words why.</source>
            <translation>请简单说明原因。</translation>
        </message>
        <message>
            <source>Second another's request</source>
            <translation>确认他人的要求</translation>
        </message>
        <message>
            <source>Second it at a PC of the customer's branch.</source>
            <translation>请在该顾客所属门店的电脑上确认。</translation>
        </message>
        <message>
            <source>Second it…</source>
            <translation>确认…</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>重新传送</translation>
        </message>
        <message>
            <source>Send it again after head office has been updated.</source>
            <translation>请待总部更新后重新传送。</translation>
        </message>
        <message>
            <source>Send it again when that record is there, or give it up and do it anew.</source>
            <translation>待该记录存在时重新传送，或放弃并重做。</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>立即传送</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>共享</translation>
        </message>
        <message>
            <source>Share with another branch</source>
            <translation>与其他门店共享</translation>
        </message>
        <message>
            <source>Share with another branch…</source>
            <translation>与其他门店共享…</translation>
        </message>
        <message>
            <source>Shared with {branches}.</source>
            <translation>与{branches}共享。</translation>
        </message>
        <message>
            <source>Shared. The other branch sees the customer at once.</source>
            <translation>已共享。另一门店立即看到该顾客。</translation>
        </message>
        <message>
            <source>Show {n} more</source>
            <translation>再显示 {n} 项</translation>
        </message>
        <message>
            <source>Somebody has settled this already.</source>
            <translation>已有人处理此项。</translation>
        </message>
        <message>
            <source>Somebody here</source>
            <translation>本店有人</translation>
        </message>
        <message>
            <source>Somebody stands between this PC and head office</source>
            <translation>这台电脑与总部之间有人介入</translation>
        </message>
        <message>
            <source>Somebody whose role allows it may look it over and send it in their own name.</source>
            <translation>有权限的同事可查看后以自己的名义送出。</translation>
        </message>
        <message>
            <source>Something on this PC keeps it from talking with head office</source>
            <translation>这台电脑有问题，未能与总部通讯</translation>
        </message>
        <message>
            <source>Something went wrong at head office. It is tried again by itself.</source>
            <translation>总部出现问题，会自动重试。</translation>
        </message>
        <message>
            <source>Stands now</source>
            <translation>现有内容</translation>
        </message>
        <message>
            <source>Still to be sent</source>
            <translation>待传送</translation>
        </message>
        <message>
            <source>Still to confirm: {pcs}</source>
            <translation>尚待确认：{pcs}</translation>
        </message>
        <message>
            <source>Stop sharing</source>
            <translation>停止共享</translation>
        </message>
        <message>
            <source>Surname</source>
            <translation>姓氏</translation>
        </message>
        <message>
            <source>Surname and phone</source>
            <translation>姓氏及电话</translation>
        </message>
        <message>
            <source>Tell head office what is to be changed, then give this up.</source>
            <translation>请告知总部要更改什么，然后放弃此项。</translation>
        </message>
        <message>
            <source>The audit log of PC {letter} was cut or changed outside the program. Find out who was at it, and tell head office.</source>
            <translation>电脑 {letter} 的审计日志曾被程序以外删减或更改。请查明谁用过该机，并通知总公司。</translation>
        </message>
        <message>
            <source>The card is on its way. Search for the customer in a moment.</source>
            <translation>客户卡正在送来。请稍后搜索该顾客。</translation>
        </message>
        <message>
            <source>The certificate that answered is not head office's, as with a proxy that looks into the traffic. Nothing was sent. Ask who runs the network to let the address through.</source>
            <translation>回应的证书并非总部所有，例如有代理服务器查看通讯。没有传送任何数据。请网络管理人员让该网址直接通过。</translation>
        </message>
        <message>
            <source>The clock of a PC of this branch is {time} fast. Set date and time there.</source>
            <translation>本店一台电脑的时钟快了 {time}，请设置其日期及时间。</translation>
        </message>
        <message>
            <source>The clock of a PC of this branch is {time} slow. Set date and time there.</source>
            <translation>本店一台电脑的时钟慢了 {time}，请设置其日期及时间。</translation>
        </message>
        <message>
            <source>The clock of this PC is wrong</source>
            <translation>这台电脑的时钟不准</translation>
        </message>
        <message>
            <source>The clock of this PC is {time} fast</source>
            <translation>这台电脑的时钟快了 {time}</translation>
        </message>
        <message>
            <source>The clock of this PC is {time} slow</source>
            <translation>这台电脑的时钟慢了{time}</translation>
        </message>
        <message>
            <source>The code is wrong, used or out of time. Ask head office for a new one.</source>
            <translation>代码不正确、已使用或已过期。请向总部索取新代码。</translation>
        </message>
        <message>
            <source>The customer asked for it in writing</source>
            <translation>顾客以书面要求</translation>
        </message>
        <message>
            <source>The customer is being served here</source>
            <translation>正在本店服务该顾客</translation>
        </message>
        <message>
            <source>The customer was being served there</source>
            <translation>当时在该店服务该顾客</translation>
        </message>
        <message>
            <source>The customer's card stays on this PC for a day, with some fields hidden. Their branch is told who opened it and why.</source>
            <translation>该顾客的客户卡会留在本电脑一天，部分字段隐藏。其所属门店会获告知由谁打开及原因。</translation>
        </message>
        <message>
            <source>The customer's name, contacts, notes and wishes are removed from head office and every PC, and from backups within 90 days. Orders and payments stay without the name, as the law asks. It cannot be taken back.</source>
            <translation>该顾客的姓名、联系方法、备注及心愿会从总部及每台电脑移除，并在 90 天内从备份移除。订单及付款按法例保留，但不载姓名。此举无法撤回。</translation>
        </message>
        <message>
            <source>The first copy waits for the line to head office.</source>
            <translation>首次复制正等待与总部连接。</translation>
        </message>
        <message>
            <source>The home branch is changed by moving the customer: the three dots on the card.</source>
            <translation>所属门店须以转移顾客更改：客户卡上的三点。</translation>
        </message>
        <message>
            <source>The line repeats what is sent. Try again.</source>
            <translation>线路重复了传送的消息，请重试。</translation>
        </message>
        <message>
            <source>The log-in or the password is not right.</source>
            <translation>登录名或密码不正确。</translation>
        </message>
        <message>
            <source>The log-in or the password is not right. If you have not signed in on this PC yet: let somebody who has sign in first, then press “Switch or sign out”, “Another person…” and “Somebody else…”.</source>
            <translation>登录名或密码不正确。如您尚未在这台电脑登录过，请先由曾登录的同事登录，然后按“换人或退出登录”、“换人…”及“其他人…”。</translation>
        </message>
        <message>
            <source>The log-in or the password is not right. The code is not used up: try again with the same one.</source>
            <translation>登录名或密码不正确。代码仍然有效，请用同一个重试。</translation>
        </message>
        <message>
            <source>The oldest waits since</source>
            <translation>最旧一项自</translation>
        </message>
        <message>
            <source>The order was moved in two places. One of the two steps did not fit.</source>
            <translation>订单在两处转换了进度，其中一步不适用。</translation>
        </message>
        <message>
            <source>The other branch gets the whole card and this branch keeps only what its own orders need. Both branches are told.</source>
            <translation>另一门店会取得完整客户卡，本店只保留本身订单所需的数据。两店均会获告知。</translation>
        </message>
        <message>
            <source>The other branch sees and serves the customer like its own. The home branch stays.</source>
            <translation>另一门店可像自己的顾客一样查看和服务该顾客。所属门店不变。</translation>
        </message>
        <message>
            <source>The other branch sees the customer no more, but for the initials where it has orders of theirs. A card that it has opened for a day stays there for that day.</source>
            <translation>另一门店不再看到该顾客；如有其订单，则只见姓名缩写。已打开一天的客户卡会留到期满为止。</translation>
        </message>
        <message>
            <source>The other value</source>
            <translation>另一内容</translation>
        </message>
        <message>
            <source>The other value stands now.</source>
            <translation>已改用另一内容。</translation>
        </message>
        <message>
            <source>The person was allowed to do this then, and is not any more.</source>
            <translation>该同事当时有此权限，现已没有。</translation>
        </message>
        <message>
            <source>The person's role does not allow this.</source>
            <translation>该员工的职位不允许此操作。</translation>
        </message>
        <message>
            <source>The record belongs to another branch.</source>
            <translation>此记录属于另一门店。</translation>
        </message>
        <message>
            <source>The record is no longer at this branch: it was moved or erased.</source>
            <translation>此记录已不在本店：已转移或删除。</translation>
        </message>
        <message>
            <source>The record is no longer on this PC.</source>
            <translation>此记录已不在这台电脑。</translation>
        </message>
        <message>
            <source>The six words</source>
            <translation>六个字词</translation>
        </message>
        <message>
            <source>The store of PC {letter} is used in two places: its folder was copied to a second computer. Work on one of them only, and tell head office at once.</source>
            <translation>电脑 {letter} 的数据库正在两处使用：其文件夹曾被复制到另一台电脑。请只用其中一台，并立即通知总部。</translation>
        </message>
        <message>
            <source>The whole address</source>
            <translation>完整地址</translation>
        </message>
        <message>
            <source>The whole number, such as 9123 4567</source>
            <translation>完整号码，例如 9123 4567</translation>
        </message>
        <message>
            <source>There is no field {field} in it.</source>
            <translation>当中没有 {field} 字段。</translation>
        </message>
        <message>
            <source>There is nothing in it that this program can read.</source>
            <translation>当中没有此程序可读取的内容。</translation>
        </message>
        <message>
            <source>These are four digits.</source>
            <translation>须为四位数字。</translation>
        </message>
        <message>
            <source>These are {n} characters; there is room for {limit}. Shorten it.</source>
            <translation>共 {n} 个字，最多 {limit} 个字。请缩短。</translation>
        </message>
        <message>
            <source>They are the same</source>
            <translation>完全相同</translation>
        </message>
        <message>
            <source>This answers another request. Send head office the request that is shown now.</source>
            <translation>这是另一个请求的答复。请把现在显示的请求传给总部。</translation>
        </message>
        <message>
            <source>This branch gets the whole card and the other branch keeps only what its own orders need. Both branches are told.</source>
            <translation>本店会取得完整客户卡，另一门店只保留本身订单所需的数据。两店均会获告知。</translation>
        </message>
        <message>
            <source>This computer has no keyring, so the first person must sign in now. Give a log-in and its password.</source>
            <translation>这台电脑没有钥匙串，首位员工须立即登录。请输入登录名及密码。</translation>
        </message>
        <message>
            <source>This computer's keyring changed since. Make a new request.</source>
            <translation>这台电脑的钥匙串已改变。请建立新的请求。</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>此项必须填写。</translation>
        </message>
        <message>
            <source>This is too much at once for head office.</source>
            <translation>一次过的数据太多，总部未能接收。</translation>
        </message>
        <message>
            <source>This needs the line to head office, and it is cut just now. Nothing of it can be kept for later; try again when the top of the window says that it is on line.</source>
            <translation>此操作须连接到总部，而目前离线，也不能留待稍后。请待窗口顶部显示已连接时重试。</translation>
        </message>
        <message>
            <source>This PC and head office differed {n} times this week and were brought together again. Tell head office; the disk of this PC may be failing.</source>
            <translation>这台电脑与总部本星期有 {n} 次差异，已修正一致。请通知总部；这台电脑的硬盘可能有故障。</translation>
        </message>
        <message>
            <source>This PC belongs to head office now. The same six words must stand there beside its name; if they do not, somebody is in between: have this PC taken off.</source>
            <translation>这台电脑现已属于总部。总部在其名称旁须显示同样的六个字词；如不同，即有人从中介入：请把这台电脑除名。</translation>
        </message>
        <message>
            <source>This PC belongs to no head office. See: jewelcrm-admin enrol</source>
            <translation>这台电脑不属于任何总部。请参阅：jewelcrm-admin enrol</translation>
        </message>
        <message>
            <source>This PC belongs to no head office. Use the printed recovery code.</source>
            <translation>这台电脑不属于任何总部。请使用打印的恢复码。</translation>
        </message>
        <message>
            <source>This PC belongs to the head office at {url} already.</source>
            <translation>这台电脑已属于 {url} 的总部。</translation>
        </message>
        <message>
            <source>This PC belongs to {branch} now. Its letter is {letter}.</source>
            <translation>这台电脑现属于{branch}，字母为 {letter}。</translation>
        </message>
        <message>
            <source>This PC has not asked for its key. Make a request first.</source>
            <translation>这台电脑还没有请求密钥。请先建立请求。</translation>
        </message>
        <message>
            <source>This PC has worked without head office for as long as it may. Connect it to the network: as soon as head office answers, everything is here again. Nothing is lost. If the date of this computer is wrong, set it.</source>
            <translation>这台电脑离线工作已达总部所容许的期限。请接上网络：总部一回应，一切便会恢复。数据没有遗失。如电脑日期不正确，请校正。</translation>
        </message>
        <message>
            <source>This PC is getting its first copy</source>
            <translation>这台电脑正进行首次复制</translation>
        </message>
        <message>
            <source>This PC sends and receives nothing any more. Ask head office where it belongs now.</source>
            <translation>这台电脑不再收发数据。请向总部查询它现属何处。</translation>
        </message>
        <message>
            <source>This PC was off line for longer than head office allows</source>
            <translation>这台电脑离线的时间超过总部所容许</translation>
        </message>
        <message>
            <source>This PC's clock and head office's do not agree. Set the computer's date and time.</source>
            <translation>这台电脑与总部的时钟不一致。请设置电脑的日期及时间。</translation>
        </message>
        <message>
            <source>This PC's disk is full</source>
            <translation>这台电脑的硬盘已满</translation>
        </message>
        <message>
            <source>This program is too old for head office</source>
            <translation>此程序版本太旧，与总部不符</translation>
        </message>
        <message>
            <source>This program is too old to join head office: nobody could prove who did what on this PC. Update the program first, then enrol with the same code.</source>
            <translation>此程序版本太旧，不能加入总部：在这台电脑上无人能证明谁做了什么。请先更新程序，再用同一代码加入。</translation>
        </message>
        <message>
            <source>This program is too old to read from head office. Update it; work is still sent.</source>
            <translation>此程序版本太旧，未能读取总部数据。请更新；工作仍会传送。</translation>
        </message>
        <message>
            <source>This result is too old. Look the customer up again.</source>
            <translation>查询结果已过时，请重新查询该顾客。</translation>
        </message>
        <message>
            <source>This shop stands alone</source>
            <translation>本店独立运作</translation>
        </message>
        <message>
            <source>This shop's customers, orders and people go to head office and become one branch of the company. Nothing is removed here, and work goes on meanwhile.</source>
            <translation>本店的顾客、订单及员工数据会传到总部，成为公司的一间门店。本机数据不会移除，期间照常工作。</translation>
        </message>
        <message>
            <source>tomorrow {time}</source>
            <translation>明天 {time}</translation>
        </message>
        <message>
            <source>Two administrators are needed: one asks, the other seconds.</source>
            <translation>须由两位管理员处理：一位提出，另一位确认。</translation>
        </message>
        <message>
            <source>Two answers about consent met. The stricter one stands.</source>
            <translation>收到两个同意答复，以较严格者为准。</translation>
        </message>
        <message>
            <source>Two papers have the number {number}: a PC was put back and gave it again. Both are kept and found by it; write a mark on the later one.</source>
            <translation>两张单据编号同为 {number}：一台电脑恢复后再次用了这个编号。两张都会保留，也可用编号找到；请在较后的一张上注明。</translation>
        </message>
        <message>
            <source>Two payments look like one taken twice: {subject}, receipt {number}, {amount}.</source>
            <translation>两笔付款似为重复收取：{subject}，收据 {number}，{amount}。</translation>
        </message>
        <message>
            <source>Type head office's address as it was given to you, e.g. https://office.example:8443</source>
            <translation>请输入总部给您的网址，例如 https://office.example:8443</translation>
        </message>
        <message>
            <source>Type the last four digits of the phone number.</source>
            <translation>请输入电话号码末四位数字。</translation>
        </message>
        <message>
            <source>Type the whole phone number.</source>
            <translation>请输入完整电话号码。</translation>
        </message>
        <message>
            <source>Type what to look for.</source>
            <translation>请输入要查找的内容。</translation>
        </message>
        <message>
            <source>Type what you are looking for.</source>
            <translation>请输入要查找的内容。</translation>
        </message>
        <message>
            <source>Use the other value</source>
            <translation>改用另一内容</translation>
        </message>
        <message>
            <source>waiting until head office has compared the six words</source>
            <translation>等候总部核对六个字词</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>等候中</translation>
        </message>
        <message>
            <source>What head office sent does not open with this PC's key.</source>
            <translation>总部传来的内容无法用这台电脑的密钥打开。</translation>
        </message>
        <message>
            <source>What stands below is settled by a manager. Nothing is lost meanwhile.</source>
            <translation>以下各项由经理处理，期间数据不会遗失。</translation>
        </message>
        <message>
            <source>What stands below is settled with one click each. Nothing is lost meanwhile.</source>
            <translation>以下各项点击即可处理，期间数据不会遗失。</translation>
        </message>
        <message>
            <source>What this means</source>
            <translation>这是什么意思</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>What to look at</source>
            <translation>要查看的项目</translation>
        </message>
        <message>
            <source>What you do here is known at head office a moment later.</source>
            <translation>您在此所做的，总部片刻后即知。</translation>
        </message>
        <message>
            <source>What you do here is still sent. News from head office comes again after the program has been updated.</source>
            <translation>您在此所做的仍会传送。更新程序后会再收到总部的新数据。</translation>
        </message>
        <message>
            <source>When two branches change one field, both values are kept and shown here.</source>
            <translation>两间门店改动同一字段时，两个内容均会保留并在此显示。</translation>
        </message>
        <message>
            <source>Whoever answers at head office's address is not head office: a proxy or another program on the way shows a certificate of its own. Nothing is sent. Ask for head office's address to be let through unopened.</source>
            <translation>在总部网址回应的并非总部：途中有代理服务器或其他程序出示自己的证书。没有传送任何数据。请要求让总部网址直接通过，不作查看。</translation>
        </message>
        <message>
            <source>Whoever answers at this address does not know the code: it is not your head office, or somebody stands in between. Nothing was sent but this PC's public keys. Tell head office.</source>
            <translation>在此网址回应的一方不知道代码：它并非您的总部，或有人从中介入。除这台电脑的公开密钥外，没有传送任何数据。请通知总部。</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Work goes on as usual. All is kept here and is sent by itself when the line is back.</source>
            <translation>照常工作。所有数据保存在本机，恢复连接后自动传送。</translation>
        </message>
        <message>
            <source>Work that head office cannot take is kept here with the reason.</source>
            <translation>总部未能接收的工作会连同原因保存在此。</translation>
        </message>
        <message>
            <source>You are not allowed to do this. Ask your manager.</source>
            <translation>您没有此权限，请向经理查询。</translation>
        </message>
        <message>
            <source>You asked: another administrator must second it.</source>
            <translation>由您提出：须由另一位管理员确认。</translation>
        </message>
        <message>
            <source>You can work already: people, products and open business are here. The rest follows.</source>
            <translation>您已可工作：员工、货品及未完成事项已到，其余陆续送达。</translation>
        </message>
        <message>
            <source>You have looked up many customers just now. Wait a little, or ask your manager.</source>
            <translation>您刚才查询了很多顾客。请稍候，或询问经理。</translation>
        </message>
        <message>
            <source>You have not signed in on this PC yet, and head office cannot be reached to check the password. Somebody who has can sign in meanwhile.</source>
            <translation>您尚未在这台电脑登录过，而未能联系总部核对密码。曾登录的同事可先行登录。</translation>
        </message>
        <message>
            <source>Your log-in name</source>
            <translation>您的登录名</translation>
        </message>
        <message>
            <source>Your password</source>
            <translation>您的密码</translation>
        </message>
        <message>
            <source>Your work is kept here and is sent again by itself. Tell head office.</source>
            <translation>您的工作保存在本机，会自动重新传送。请通知总部。</translation>
        </message>
        <message>
            <source>Your work is kept here and is sent as soon as there is room. Tell head office.</source>
            <translation>您的工作保存在本机，有空间便会传送。请通知总部。</translation>
        </message>
        <message>
            <source>{done} of {total} records</source>
            <translation>{total} 笔记录中的 {done} 笔</translation>
        </message>
        <message>
            <source>{n} change</source>
            <translation>{n} 项改动</translation>
        </message>
        <message>
            <source>{n} changes</source>
            <translation>{n} 项改动</translation>
        </message>
        <message>
            <source>{n} characters</source>
            <translation>共 {n} 个字</translation>
        </message>
        <message>
            <source>{n} day</source>
            <translation>{n} 天</translation>
        </message>
        <message>
            <source>{n} day left</source>
            <translation>还剩 {n} 天</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} 天</translation>
        </message>
        <message>
            <source>{n} days left</source>
            <translation>还剩 {n} 天</translation>
        </message>
        <message>
            <source>{n} hour</source>
            <translation>{n} 小时</translation>
        </message>
        <message>
            <source>{n} hour left</source>
            <translation>还剩 {n} 小时</translation>
        </message>
        <message>
            <source>{n} hours</source>
            <translation>{n} 小时</translation>
        </message>
        <message>
            <source>{n} hours left</source>
            <translation>还剩 {n} 小时</translation>
        </message>
        <message>
            <source>{n} look-up left this hour</source>
            <translation>本小时尚可查询 {n} 次</translation>
        </message>
        <message>
            <source>{n} look-ups left this hour</source>
            <translation>本小时尚可查询 {n} 次</translation>
        </message>
        <message>
            <source>{n} minute</source>
            <translation>{n} 分钟</translation>
        </message>
        <message>
            <source>{n} minutes</source>
            <translation>{n} 分钟</translation>
        </message>
        <message>
            <source>{n} year</source>
            <translation>{n} 年</translation>
        </message>
        <message>
            <source>{n} years</source>
            <translation>{n} 年</translation>
        </message>
        <message>
            <source>{subject} has the phone or e-mail of somebody who was erased by request. If it is the same person, ask them before keeping their data, or have it erased again.</source>
            <translation>{subject} 的电话或电子邮件属于一位曾要求删除数据的人。如属同一人，请先徵求同意才保留数据，或再次删除。</translation>
        </message>
        <message>
            <source>{who} ({branch})</source>
            <translation>{who}（{branch}）</translation>
        </message>
        <message>
            <source>{who} changed “{field}” at {time}, while it was being changed here too.</source>
            <translation>{who} 于 {time} 更改了“{field}”，而本店同时也有更改。</translation>
        </message>
        <message>
            <source>{who} looked for other branches' customers {n} times today and found nobody.</source>
            <translation>{who} 今天 {n} 次查询其他门店的顾客均找不到。</translation>
        </message>
        <message>
            <source>{who} moved {subject} from {left} to {to}.</source>
            <translation>{who} 将 {subject} 由 {left} 转到 {to}。</translation>
        </message>
        <message>
            <source>{who} of {left} no longer shares {subject} with {to}.</source>
            <translation>{left} 的 {who} 不再与 {to} 共享 {subject}。</translation>
        </message>
        <message>
            <source>{who} of {left} shares {subject} with {to}.</source>
            <translation>{left} 的 {who} 与 {to} 共享 {subject}。</translation>
        </message>
        <message>
            <source>{who} opened the card of {subject}.</source>
            <translation>{who} 打开了 {subject} 的数据。</translation>
        </message>
        <message>
            <source>{who} signed in on a PC of this branch, and head office took it on trust: the program is new there. If it was somebody else, tell head office.</source>
            <translation>{who} 在本店一台电脑登录，总部暂予信任：该电脑的程序刚更新。如不是本人，请通知总部。</translation>
        </message>
        <message>
            <source>“{field}” was changed in two places before one knew of the other.</source>
            <translation>“{field}”在两处被更改，双方当时互不知情。</translation>
        </message>
    </context>
</TS>
