<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>A change</source>
            <translation>一項改動</translation>
        </message>
        <message>
            <source>A complaint</source>
            <translation>投訴</translation>
        </message>
        <message>
            <source>A computer's name may have {most} letters. Shorten it.</source>
            <translation>電腦名稱最多 {most} 個字，請縮短。</translation>
        </message>
        <message>
            <source>A customer</source>
            <translation>一位顧客</translation>
        </message>
        <message>
            <source>A customer of {branch}, shared with this branch.</source>
            <translation>{branch}的顧客，與本店共用。</translation>
        </message>
        <message>
            <source>A customer of {branch}: only the initials are here, so nothing but payments for this branch's orders can be entered. Look the customer up and open the card for the rest.</source>
            <translation>{branch}的顧客：本店只有姓名縮寫，因此只可輸入本店訂單的付款。如需其他資料，請查詢該顧客並開啟其資料卡。</translation>
        </message>
        <message>
            <source>A letter of the answer is wrong or missing. Compare it with head office's.</source>
            <translation>答覆有字母錯誤或缺少。請與總公司核對。</translation>
        </message>
        <message>
            <source>A payment</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>A PC of this branch was put back from an older backup. It goes on under another letter.</source>
            <translation>本店一部電腦由較舊的備份還原，改用另一字母繼續。</translation>
        </message>
        <message>
            <source>A PC of this branch was put back from an older backup. Its papers had the letter {left}; they get the letter {to} from now on. What was done on it since that backup and never sent is offered on its page Backups; where it is not, compare the papers of those days.</source>
            <translation>本店一部電腦由較舊的備份還原。它的單據原用字母 {left}，由現在起改用 {to}。備份之後在該機做過而從未送出的，可在該機的「備份」頁取回；如該頁沒有顯示，請核對那幾天的單據。</translation>
        </message>
        <message>
            <source>A person was erased at head office, by request.</source>
            <translation>總公司應要求刪除了一個人的資料。</translation>
        </message>
        <message>
            <source>A record that it changes is no longer on this PC.</source>
            <translation>所改動的紀錄已不在這部電腦。</translation>
        </message>
        <message>
            <source>A repair</source>
            <translation>維修</translation>
        </message>
        <message>
            <source>A request waits until another administrator seconds it. Then every PC that held the customer's data confirms, at its next contact, that nothing of it is left.</source>
            <translation>要求須由另一位管理員確認。其後每部存有該顧客資料的電腦會在下次連線時確認資料已全部清除。</translation>
        </message>
        <message>
            <source>Add an entry that corrects it, then give this up.</source>
            <translation>請加入更正的項目，然後放棄此項。</translation>
        </message>
        <message>
            <source>Address of head office</source>
            <translation>總公司網址</translation>
        </message>
        <message>
            <source>All data is on this computer. Nothing is sent anywhere.</source>
            <translation>所有資料均在這部電腦，不會傳送到任何地方。</translation>
        </message>
        <message>
            <source>and {n} more value</source>
            <translation>另有 {n} 項內容</translation>
        </message>
        <message>
            <source>and {n} more values</source>
            <translation>另有 {n} 項內容</translation>
        </message>
        <message>
            <source>Another branch</source>
            <translation>另一分店</translation>
        </message>
        <message>
            <source>another branch</source>
            <translation>另一分店</translation>
        </message>
        <message>
            <source>Another head office answers at this address.</source>
            <translation>這個地址的是另一間總公司。</translation>
        </message>
        <message>
            <source>Another reason</source>
            <translation>其他原因</translation>
        </message>
        <message>
            <source>Another reason needs a few words.</source>
            <translation>選擇其他原因時請寫幾個字說明。</translation>
        </message>
        <message>
            <source>As it stands on a receipt, such as HK02-A-000123-7</source>
            <translation>如收據所示，例如 HK02-A-000123-7</translation>
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
            <translation>請向該同事查問。如屬實，請檢視後以您自己的名義送出。</translation>
        </message>
        <message>
            <source>Asked for {time} by {name}</source>
            <translation>{name} 於 {time} 提出</translation>
        </message>
        <message>
            <source>Asked for. Another administrator must second it.</source>
            <translation>已提出。須由另一位管理員確認。</translation>
        </message>
        <message>
            <source>asking head office</source>
            <translation>正聯絡總公司</translation>
        </message>
        <message>
            <source>Asking head office…</source>
            <translation>正聯絡總公司…</translation>
        </message>
        <message>
            <source>Being erased</source>
            <translation>刪除中</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>分店</translation>
        </message>
        <message>
            <source>Breaking off…</source>
            <translation>正在中止…</translation>
        </message>
        <message>
            <source>Brings a ring for resizing</source>
            <translation>帶戒指來改圈口</translation>
        </message>
        <message>
            <source>Broken off; nothing has changed. For an hour the same code goes on with it.</source>
            <translation>已中止，這裏沒有任何改變。一小時內可用同一個代碼繼續。</translation>
        </message>
        <message>
            <source>Call that branch, or ask for the customer to be moved or shared; then send it again.</source>
            <translation>請致電該分店，或要求轉移或共用該顧客，然後重新傳送。</translation>
        </message>
        <message>
            <source>Chan or 陳</source>
            <translation>Chan 或 陳</translation>
        </message>
        <message>
            <source>Changed by two</source>
            <translation>雙方改動</translation>
        </message>
        <message>
            <source>Choose a branch.</source>
            <translation>請選擇分店。</translation>
        </message>
        <message>
            <source>Choose why this customer is opened.</source>
            <translation>請選擇開啟此顧客的原因。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Collecting something</source>
            <translation>前來取貨</translation>
        </message>
        <message>
            <source>Correct it and send it again, or give it up.</source>
            <translation>請更正後重新傳送，或放棄。</translation>
        </message>
        <message>
            <source>Correct it and send it again.</source>
            <translation>請更正後重新傳送。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Customer number</source>
            <translation>顧客編號</translation>
        </message>
        <message>
            <source>Done anew on the order's page</source>
            <translation>已在訂單頁重做</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>電郵</translation>
        </message>
        <message>
            <source>Entries of a ledger stay for ever. Add one that corrects it.</source>
            <translation>分錄會永久保留，請新增一筆更正。</translation>
        </message>
        <message>
            <source>Erase for good</source>
            <translation>永久刪除</translation>
        </message>
        <message>
            <source>Erase this person for good</source>
            <translation>永久刪除此人資料</translation>
        </message>
        <message>
            <source>Erase this person for good…</source>
            <translation>永久刪除此人資料…</translation>
        </message>
        <message>
            <source>Erased. Every PC forgets the customer at its next contact.</source>
            <translation>已刪除。每部電腦會在下次連線時清除該顧客的資料。</translation>
        </message>
        <message>
            <source>Erasure requests</source>
            <translation>刪除個人資料的要求</translation>
        </message>
        <message>
            <source>First copy</source>
            <translation>首次複製</translation>
        </message>
        <message>
            <source>first copy</source>
            <translation>首次複製</translation>
        </message>
        <message>
            <source>For a manager</source>
            <translation>須由經理處理</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>放棄</translation>
        </message>
        <message>
            <source>Give it up?</source>
            <translation>要放棄嗎？</translation>
        </message>
        <message>
            <source>Give it up…</source>
            <translation>放棄…</translation>
        </message>
        <message>
            <source>Give your password: the store must be opened.</source>
            <translation>請輸入密碼：須開啟資料庫。</translation>
        </message>
        <message>
            <source>Given up. The reason is kept.</source>
            <translation>已放棄，原因已保存。</translation>
        </message>
        <message>
            <source>Go on selling: all is kept here and sent when it answers. Call head office, and copy this PC's backup to another disk meanwhile.</source>
            <translation>請照常營業：所有工作均保存在本機，待總公司回應便會傳送。請致電總公司，並先將這部電腦的備份複製到另一硬碟。</translation>
        </message>
        <message>
            <source>Has an open order here</source>
            <translation>在本店有未完成訂單</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>總公司</translation>
        </message>
        <message>
            <source>Head office asks this PC to wait</source>
            <translation>總公司要求這部電腦稍候</translation>
        </message>
        <message>
            <source>Head office cannot be reached there. Check the address and the network, then try again with the same code.</source>
            <translation>無法連到該處的總公司。請檢查地址和網絡，然後用同一個代碼再試。</translation>
        </message>
        <message>
            <source>Head office cannot be reached. Check the network; what you do is kept and sent later by itself.</source>
            <translation>未能聯絡總公司。請檢查網絡；您的工作已保存，稍後會自動傳送。</translation>
        </message>
        <message>
            <source>Head office could not take this.</source>
            <translation>總公司未能接收此項。</translation>
        </message>
        <message>
            <source>Head office does not know this PC. Ask there whether it is still enrolled.</source>
            <translation>總公司不認識這部電腦。請查詢它是否仍已加入。</translation>
        </message>
        <message>
            <source>Head office does not know this. Look it up again.</source>
            <translation>總公司沒有這項資料。請重新查詢。</translation>
        </message>
        <message>
            <source>Head office does not know your sign-in on this PC. While it can be reached, sign in with the password that head office gave you; if that does not help, let it give you a new one.</source>
            <translation>總公司不認得您在此電腦的登入。請在連線時以總公司給您的密碼登入；如仍不行，請總公司給您新密碼。</translation>
        </message>
        <message>
            <source>Head office does not recognise this PC</source>
            <translation>總公司不認得這部電腦</translation>
        </message>
        <message>
            <source>Head office does not understand this program. Update it.</source>
            <translation>總公司不明白此程式的訊息。請更新程式。</translation>
        </message>
        <message>
            <source>Head office has a fault</source>
            <translation>總公司出現故障</translation>
        </message>
        <message>
            <source>Head office has a notice: {kind}</source>
            <translation>總公司有一則通知：{kind}</translation>
        </message>
        <message>
            <source>Head office has closed this branch</source>
            <translation>總公司已關閉此分店</translation>
        </message>
        <message>
            <source>Head office has closed this branch. Ask head office what becomes of this PC.</source>
            <translation>總公司已關閉此分店。請向總公司查詢這部電腦如何處理。</translation>
        </message>
        <message>
            <source>Head office has closed this branch. What is here stays, also what was not sent yet. Ask head office what becomes of this PC.</source>
            <translation>總公司已關閉這間分店。這裏的資料會保留，包括尚未傳送的。請向總公司查詢這部電腦的去處。</translation>
        </message>
        <message>
            <source>Head office has had too many questions. Wait a little.</source>
            <translation>總公司收到太多查詢，請稍候。</translation>
        </message>
        <message>
            <source>Head office has no room on its disk</source>
            <translation>總公司的硬碟已滿</translation>
        </message>
        <message>
            <source>Head office has not answered for {n} day</source>
            <translation>總公司已有 {n} 天沒有回應</translation>
        </message>
        <message>
            <source>Head office has not answered for {n} days</source>
            <translation>總公司已 {n} 天沒有回應</translation>
        </message>
        <message>
            <source>Head office has not let this PC in yet</source>
            <translation>總公司尚未接納這部電腦</translation>
        </message>
        <message>
            <source>Head office has taken this PC off</source>
            <translation>總公司已移除這部電腦</translation>
        </message>
        <message>
            <source>Head office has taken this PC off. What it held is erased.</source>
            <translation>總公司已移除這部電腦，其資料已刪除。</translation>
        </message>
        <message>
            <source>Head office is busy. It is tried again by itself.</source>
            <translation>總公司繁忙，會自動再試。</translation>
        </message>
        <message>
            <source>Head office knows nobody active who did this.</source>
            <translation>總公司查無現職員工做過此事。</translation>
        </message>
        <message>
            <source>Head office last answered</source>
            <translation>總公司上次回應</translation>
        </message>
        <message>
            <source>Head office lets you in, but your record has not come to this PC yet. Try again in a minute.</source>
            <translation>總公司准許您登入，但您的資料尚未傳到這部電腦。請一分鐘後再試。</translation>
        </message>
        <message>
            <source>Head office makes it; it is good for ten minutes.</source>
            <translation>由總公司產生，十分鐘內有效。</translation>
        </message>
        <message>
            <source>Head office tells here who looked up your customers, and what moved.</source>
            <translation>誰查詢過您的顧客、誰轉了分店，總公司會在此通知。</translation>
        </message>
        <message>
            <source>Head office was put up again and does not know this PC any more</source>
            <translation>總公司已重建，不再認得這部電腦</translation>
        </message>
        <message>
            <source>Head office will not have it. What was written stays in the log.</source>
            <translation>總公司不會收到此項；所寫內容會保留在紀錄中。</translation>
        </message>
        <message>
            <source>Head office's disk is full. What you do is kept here and sent later.</source>
            <translation>總公司的硬碟已滿。您的工作保存在本機，稍後傳送。</translation>
        </message>
        <message>
            <source>Head office's key does not open this store: it is of before the key was changed, or the file is damaged. Nothing was changed. Use the printed recovery code, or restore a checked backup.</source>
            <translation>總公司的金鑰不能開啟這個資料庫：那是更換金鑰之前的，或者檔案已損壞。甚麼都沒有更改。請用印出的復原碼，或還原一個已檢查的備份。</translation>
        </message>
        <message>
            <source>Head office's program does not know this yet.</source>
            <translation>總公司的程式尚未支援此項。</translation>
        </message>
        <message>
            <source>Home branch</source>
            <translation>所屬分店</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>進度</translation>
        </message>
        <message>
            <source>In your words</source>
            <translation>說明</translation>
        </message>
        <message>
            <source>It cannot be changed from a PC of a branch.</source>
            <translation>不可在分店的電腦上更改。</translation>
        </message>
        <message>
            <source>It changes an entry of a ledger. Those stay as they are for ever.</source>
            <translation>此項會改動帳目，而帳目永不更改。</translation>
        </message>
        <message>
            <source>It has been changed since.</source>
            <translation>其後已再更改。</translation>
        </message>
        <message>
            <source>It is larger than the 32 MB that head office takes at once, and what was done after it waits here too. Shorten the longest note or text of that day, or ask head office for help; nothing is lost.</source>
            <translation>超過總公司一次可接收的 32 MB，其後的工作亦在這裏等候。請縮短當日最長的備註或文字，或向總公司求助；資料沒有遺失。</translation>
        </message>
        <message>
            <source>It is sent again in your name.</source>
            <translation>已以您的名義重新傳送。</translation>
        </message>
        <message>
            <source>It is sent in your name, with what stands here.</source>
            <translation>會以您的名義，按此處所示傳送。</translation>
        </message>
        <message>
            <source>It needs a record that is not on this PC. Give it up, and do it anew.</source>
            <translation>它需要一項不在這部電腦的紀錄。請放棄並重新做一次。</translation>
        </message>
        <message>
            <source>It sends and receives nothing any more, and what it holds of the branch is erased. If this is a mistake, ask head office for a new code and join again.</source>
            <translation>它不再收發資料，所存的分店資料會被刪除。如屬誤會，請向總公司索取新代碼重新加入。</translation>
        </message>
        <message>
            <source>It speaks of a record that head office does not have.</source>
            <translation>它提及一項總公司沒有的紀錄。</translation>
        </message>
        <message>
            <source>It stays as it is.</source>
            <translation>維持不變。</translation>
        </message>
        <message>
            <source>It was asked too often. It goes on by itself.</source>
            <translation>查詢過於頻密，稍後會自動繼續。</translation>
        </message>
        <message>
            <source>It was made so long ago that head office cannot tell whether it has it already.</source>
            <translation>事隔太久，總公司無法確定是否已有此項。</translation>
        </message>
        <message>
            <source>It was written for another branch, and head office takes it from there only. Have it done anew on a PC of that branch, and give it up here.</source>
            <translation>此項是為另一分店而寫，總公司只接受由該分店送出。請在該分店的電腦重新辦理，並在此放棄。</translation>
        </message>
        <message>
            <source>Its key is another one than the one that joined. Call head office; nothing is lost.</source>
            <translation>其金鑰與加入時不同。請致電總公司；資料沒有遺失。</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Join a head office</source>
            <translation>加入總公司</translation>
        </message>
        <message>
            <source>Join head office…</source>
            <translation>加入總公司…</translation>
        </message>
        <message>
            <source>Keep what stands</source>
            <translation>保留現有內容</translation>
        </message>
        <message>
            <source>Known at head office since {time}</source>
            <translation>總公司已於 {time} 收到</translation>
        </message>
        <message>
            <source>Last four digits of the phone</source>
            <translation>電話末四位數字</translation>
        </message>
        <message>
            <source>Look at the digits again, ask for another number, or add a new customer.</source>
            <translation>請再核對號碼、查問其他號碼，或新增顧客。</translation>
        </message>
        <message>
            <source>Look it over and send it in your own name.</source>
            <translation>請核對後以您的名義傳送。</translation>
        </message>
        <message>
            <source>Look the customer up. If they are at another branch, tell it, then give this up.</source>
            <translation>請查詢該顧客。如已轉到另一分店，請通知該店，然後放棄此項。</translation>
        </message>
        <message>
            <source>Look up</source>
            <translation>查詢</translation>
        </message>
        <message>
            <source>Look up a customer elsewhere</source>
            <translation>查詢其他分店的顧客</translation>
        </message>
        <message>
            <source>Look up a customer of another branch</source>
            <translation>查詢其他分店的顧客</translation>
        </message>
        <message>
            <source>Look up by</source>
            <translation>查詢方式</translation>
        </message>
        <message>
            <source>Look whether it is there. If not, send it again; else give it up.</source>
            <translation>請查看是否已有此項。如沒有，請重新傳送；否則放棄。</translation>
        </message>
        <message>
            <source>Make a backup of this computer first.</source>
            <translation>請先為這部電腦做備份。</translation>
        </message>
        <message>
            <source>May work off line until</source>
            <translation>可離線工作至</translation>
        </message>
        <message>
            <source>Mend and send again</source>
            <translation>更正後重新傳送</translation>
        </message>
        <message>
            <source>Mend and send…</source>
            <translation>更正並傳送…</translation>
        </message>
        <message>
            <source>More is paid than the order costs: {subject}, receipt {number}, {amount} too much.</source>
            <translation>付款多於訂單金額：{subject}，收據 {number}，多付 {amount}。</translation>
        </message>
        <message>
            <source>Move the order on its own page.</source>
            <translation>請在訂單頁轉換進度。</translation>
        </message>
        <message>
            <source>Move to another branch</source>
            <translation>轉到其他分店</translation>
        </message>
        <message>
            <source>Move to another branch…</source>
            <translation>轉到其他分店…</translation>
        </message>
        <message>
            <source>Move to this branch</source>
            <translation>轉到本店</translation>
        </message>
        <message>
            <source>Move to this branch…</source>
            <translation>轉到本店…</translation>
        </message>
        <message>
            <source>Moved. The other branch has the card now.</source>
            <translation>已轉移。資料卡現屬另一分店。</translation>
        </message>
        <message>
            <source>Moved. This branch has the customer now; the whole card comes in a moment.</source>
            <translation>已轉移。該顧客現屬本店，完整資料卡稍後送到。</translation>
        </message>
        <message>
            <source>Moving to that branch</source>
            <translation>轉到該分店</translation>
        </message>
        <message>
            <source>Moving to this branch</source>
            <translation>轉到本店</translation>
        </message>
        <message>
            <source>Name of this computer</source>
            <translation>這部電腦的名稱</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新顧客</translation>
        </message>
        <message>
            <source>News from head office cannot be kept. Make room on the disk; it goes on by itself.</source>
            <translation>無法保存總公司的新資料。請騰出硬碟空間，之後會自動繼續。</translation>
        </message>
        <message>
            <source>No longer on this PC</source>
            <translation>已不在本機</translation>
        </message>
        <message>
            <source>No longer shared.</source>
            <translation>已停止共用。</translation>
        </message>
        <message>
            <source>No notices</source>
            <translation>沒有通知</translation>
        </message>
        <message>
            <source>Nobody at head office has confirmed this PC yet: the six words are to be compared.</source>
            <translation>總公司尚未確認這部電腦：須核對六個字詞。</translation>
        </message>
        <message>
            <source>Nobody at head office has confirmed this PC. Once somebody has, try again with the same code, within the hour.</source>
            <translation>總公司未有人確認這部電腦。確認後，請在一小時內用同一個代碼再試。</translation>
        </message>
        <message>
            <source>Nobody changed the same thing twice</source>
            <translation>沒有雙方改動</translation>
        </message>
        <message>
            <source>Nobody is exactly that</source>
            <translation>找不到完全相符的顧客</translation>
        </message>
        <message>
            <source>Nobody is to be erased</source>
            <translation>沒有待刪除的人</translation>
        </message>
        <message>
            <source>Not sent to head office yet</source>
            <translation>尚未傳送到總公司</translation>
        </message>
        <message>
            <source>Nothing is lost. Connect it to the network: it opens again as soon as head office answers. If the date of this computer is wrong, set it.</source>
            <translation>資料沒有遺失。請接上網絡：總公司一回應便可再用。如電腦日期不正確，請校正。</translation>
        </message>
        <message>
            <source>Nothing is lost: the order of events goes by head office's clock. Set date and time in the computer, so that days and reminders are right here too.</source>
            <translation>資料沒有遺失：先後次序以總公司的時鐘為準。請設定電腦的日期及時間，使本機的日期及提示亦正確。</translation>
        </message>
        <message>
            <source>Nothing is lost; it is tried again by itself. Look at Settings, Health and about.</source>
            <translation>資料沒有遺失，會自動再試。請查看設定中的「檢查與關於」。</translation>
        </message>
        <message>
            <source>Nothing of it can be mended here: give it up.</source>
            <translation>此處無法更正：請放棄此項。</translation>
        </message>
        <message>
            <source>Nothing proves that the person it names did this.</source>
            <translation>沒有憑據證明此項由所列的同事所做。</translation>
        </message>
        <message>
            <source>Nothing was put aside</source>
            <translation>沒有被擱置的工作</translation>
        </message>
        <message>
            <source>Nothing was sent; all is kept here. Set date and time in the computer. If they are right, tell head office: its certificate may have ended.</source>
            <translation>沒有傳送任何資料，全部保存在本機。請設定電腦的日期及時間。如兩者無誤，請通知總公司：其證書可能已到期。</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Off line</source>
            <translation>離線</translation>
        </message>
        <message>
            <source>Off line nobody at another branch can be looked up: this PC does not have their customers, on purpose. Add a new customer; when the line is back, duplicates are shown and can be put together.</source>
            <translation>離線時無法查詢其他分店的顧客：本電腦按設計不存有該等顧客。請新增顧客；恢復連線後會列出重複的記錄，可以合併。</translation>
        </message>
        <message>
            <source>Off line since {time}</source>
            <translation>自 {time} 起離線</translation>
        </message>
        <message>
            <source>On line</source>
            <translation>已連線</translation>
        </message>
        <message>
            <source>On line, and somebody should look at this</source>
            <translation>已連線，有事項需要處理</translation>
        </message>
        <message>
            <source>On loan from {branch} until {time}</source>
            <translation>由{branch}借閱至 {time}</translation>
        </message>
        <message>
            <source>On loan from {branch} until {time} · some fields hidden</source>
            <translation>由{branch}借閱至 {time} · 部分欄位已隱藏</translation>
        </message>
        <message>
            <source>One entry is too large to be sent</source>
            <translation>有一項內容過大，無法傳送</translation>
        </message>
        <message>
            <source>One of the values is not possible.</source>
            <translation>其中一項內容不正確。</translation>
        </message>
        <message>
            <source>One-time code</source>
            <translation>一次性代碼</translation>
        </message>
        <message>
            <source>Only exactly this is found, and head office writes down who looked up whom.</source>
            <translation>只會找到完全相符者；總公司會記錄誰查詢了誰。</translation>
        </message>
        <message>
            <source>Open card</source>
            <translation>開啟資料卡</translation>
        </message>
        <message>
            <source>Open for a day</source>
            <translation>開啟一天</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>開啟…</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>訂單</translation>
        </message>
        <message>
            <source>Orders, payments and follow-ups of {branch} are kept there.</source>
            <translation>{branch}的訂單、付款及跟進由該店保存。</translation>
        </message>
        <message>
            <source>people and branches</source>
            <translation>員工及分店</translation>
        </message>
        <message>
            <source>People and branches are changed at head office only.</source>
            <translation>員工及分店只可由總公司更改。</translation>
        </message>
        <message>
            <source>People, products and open business come first. You can work in a moment.</source>
            <translation>員工、貨品及未完成事項先到，片刻後即可工作。</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Phone ends in {digits}</source>
            <translation>電話末位 {digits}</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>次序</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>被擱置</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>已閱</translation>
        </message>
        <message>
            <source>Read the six words of this PC to head office, where it is taken in again. Everything stays here and is sent then.</source>
            <translation>請把這部電腦的六個字詞告訴總公司，由總公司重新接納。資料全部留在這裏，之後會送出。</translation>
        </message>
        <message>
            <source>Read the six words of this PC to head office; they must be the same there.</source>
            <translation>請向總公司讀出這部電腦的六個字詞；兩邊必須相同。</translation>
        </message>
        <message>
            <source>Read these six words to head office on the telephone. The same six must stand there; if they do not, somebody is in between: stop.</source>
            <translation>請在電話向總公司讀出這六個字詞。總公司所示必須相同；如不同，即有人從中介入，請中止。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Requests stand here until every PC has confirmed.</source>
            <translation>要求會列於此處，直至每部電腦都已確認。</translation>
        </message>
        <message>
            <source>Say in a few words why it is given up.</source>
            <translation>請簡單說明放棄的原因。</translation>
        </message>
        <message>
            <source>Say in a few words why this customer is opened.</source>
            <translation>請簡單說明開啟此顧客的原因。</translation>
        </message>
        <message>
            <source>Say in a few words why.</source>
            <translation>請簡單說明原因。</translation>
        </message>
        <message>
            <source>Second another's request</source>
            <translation>確認他人的要求</translation>
        </message>
        <message>
            <source>Second it at a PC of the customer's branch.</source>
            <translation>請在該顧客所屬分店的電腦上確認。</translation>
        </message>
        <message>
            <source>Second it…</source>
            <translation>確認…</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>重新傳送</translation>
        </message>
        <message>
            <source>Send it again after head office has been updated.</source>
            <translation>請待總公司更新後重新傳送。</translation>
        </message>
        <message>
            <source>Send it again when that record is there, or give it up and do it anew.</source>
            <translation>待該紀錄存在時重新傳送，或放棄並重做。</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>立即傳送</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>共用</translation>
        </message>
        <message>
            <source>Share with another branch</source>
            <translation>與其他分店共用</translation>
        </message>
        <message>
            <source>Share with another branch…</source>
            <translation>與其他分店共用…</translation>
        </message>
        <message>
            <source>Shared with {branches}.</source>
            <translation>與{branches}共用。</translation>
        </message>
        <message>
            <source>Shared. The other branch sees the customer at once.</source>
            <translation>已共用。另一分店即時看到該顧客。</translation>
        </message>
        <message>
            <source>Show {n} more</source>
            <translation>再顯示 {n} 項</translation>
        </message>
        <message>
            <source>Somebody has settled this already.</source>
            <translation>已有人處理此項。</translation>
        </message>
        <message>
            <source>Somebody here</source>
            <translation>本店有人</translation>
        </message>
        <message>
            <source>Somebody stands between this PC and head office</source>
            <translation>這部電腦與總公司之間有人介入</translation>
        </message>
        <message>
            <source>Somebody whose role allows it may look it over and send it in their own name.</source>
            <translation>有權限的同事可檢視後以自己的名義送出。</translation>
        </message>
        <message>
            <source>Something on this PC keeps it from talking with head office</source>
            <translation>這部電腦有問題，未能與總公司通訊</translation>
        </message>
        <message>
            <source>Something went wrong at head office. It is tried again by itself.</source>
            <translation>總公司出現問題，會自動再試。</translation>
        </message>
        <message>
            <source>Stands now</source>
            <translation>現有內容</translation>
        </message>
        <message>
            <source>Still to be sent</source>
            <translation>待傳送</translation>
        </message>
        <message>
            <source>Still to confirm: {pcs}</source>
            <translation>尚待確認：{pcs}</translation>
        </message>
        <message>
            <source>Stop sharing</source>
            <translation>停止共用</translation>
        </message>
        <message>
            <source>Surname</source>
            <translation>姓氏</translation>
        </message>
        <message>
            <source>Surname and phone</source>
            <translation>姓氏及電話</translation>
        </message>
        <message>
            <source>Tell head office what is to be changed, then give this up.</source>
            <translation>請告知總公司要更改甚麼，然後放棄此項。</translation>
        </message>
        <message>
            <source>The audit log of PC {letter} was cut or changed outside the program. Find out who was at it, and tell head office.</source>
            <translation>電腦 {letter} 的審計記錄曾被程式以外刪減或更改。請查明誰用過該機，並通知總公司。</translation>
        </message>
        <message>
            <source>The card is on its way. Search for the customer in a moment.</source>
            <translation>資料卡正在送來。請稍後搜尋該顧客。</translation>
        </message>
        <message>
            <source>The certificate that answered is not head office's, as with a proxy that looks into the traffic. Nothing was sent. Ask who runs the network to let the address through.</source>
            <translation>回應的證書並非總公司所有，例如有代理伺服器檢視通訊。沒有傳送任何資料。請網絡管理人員讓該網址直接通過。</translation>
        </message>
        <message>
            <source>The clock of a PC of this branch is {time} fast. Set date and time there.</source>
            <translation>本店一部電腦的時鐘快了 {time}，請設定其日期及時間。</translation>
        </message>
        <message>
            <source>The clock of a PC of this branch is {time} slow. Set date and time there.</source>
            <translation>本店一部電腦的時鐘慢了 {time}，請設定其日期及時間。</translation>
        </message>
        <message>
            <source>The clock of this PC is wrong</source>
            <translation>這部電腦的時鐘不準</translation>
        </message>
        <message>
            <source>The clock of this PC is {time} fast</source>
            <translation>這部電腦的時鐘快了 {time}</translation>
        </message>
        <message>
            <source>The clock of this PC is {time} slow</source>
            <translation>這部電腦的時鐘慢了 {time}</translation>
        </message>
        <message>
            <source>The code is wrong, used or out of time. Ask head office for a new one.</source>
            <translation>代碼不正確、已使用或已過期。請向總公司索取新代碼。</translation>
        </message>
        <message>
            <source>The customer asked for it in writing</source>
            <translation>顧客以書面要求</translation>
        </message>
        <message>
            <source>The customer is being served here</source>
            <translation>正在本店服務該顧客</translation>
        </message>
        <message>
            <source>The customer was being served there</source>
            <translation>當時在該店服務該顧客</translation>
        </message>
        <message>
            <source>The customer's card stays on this PC for a day, with some fields hidden. Their branch is told who opened it and why.</source>
            <translation>該顧客的資料卡會留在本電腦一天，部分欄位隱藏。其所屬分店會獲告知由誰開啟及原因。</translation>
        </message>
        <message>
            <source>The customer's name, contacts, notes and wishes are removed from head office and every PC, and from backups within 90 days. Orders and payments stay without the name, as the law asks. It cannot be taken back.</source>
            <translation>該顧客的姓名、聯絡方法、備註及心願會從總公司及每部電腦移除，並在 90 天內從備份移除。訂單及付款按法例保留，但不載姓名。此舉無法撤回。</translation>
        </message>
        <message>
            <source>The first copy waits for the line to head office.</source>
            <translation>首次複製正等待與總公司連線。</translation>
        </message>
        <message>
            <source>The home branch is changed by moving the customer: the three dots on the card.</source>
            <translation>所屬分店須以轉移顧客更改：資料卡上的三點。</translation>
        </message>
        <message>
            <source>The line repeats what is sent. Try again.</source>
            <translation>線路重複了傳送的訊息，請再試。</translation>
        </message>
        <message>
            <source>The log-in or the password is not right.</source>
            <translation>登入名稱或密碼不正確。</translation>
        </message>
        <message>
            <source>The log-in or the password is not right. If you have not signed in on this PC yet: let somebody who has sign in first, then press “Switch or sign out”, “Another person…” and “Somebody else…”.</source>
            <translation>登入名稱或密碼不正確。如您尚未在這部電腦登入過，請先由曾登入的同事登入，然後按「換人或登出」、「換人…」及「其他人…」。</translation>
        </message>
        <message>
            <source>The log-in or the password is not right. The code is not used up: try again with the same one.</source>
            <translation>登入名稱或密碼不正確。代碼仍然有效，請用同一個再試。</translation>
        </message>
        <message>
            <source>The oldest waits since</source>
            <translation>最舊一項自</translation>
        </message>
        <message>
            <source>The order was moved in two places. One of the two steps did not fit.</source>
            <translation>訂單在兩處轉換了進度，其中一步不適用。</translation>
        </message>
        <message>
            <source>The other branch gets the whole card and this branch keeps only what its own orders need. Both branches are told.</source>
            <translation>另一分店會取得完整資料卡，本店只保留本身訂單所需的資料。兩店均會獲告知。</translation>
        </message>
        <message>
            <source>The other branch sees and serves the customer like its own. The home branch stays.</source>
            <translation>另一分店可像自己的顧客一樣查看和服務該顧客。所屬分店不變。</translation>
        </message>
        <message>
            <source>The other branch sees the customer no more, but for the initials where it has orders of theirs. A card that it has opened for a day stays there for that day.</source>
            <translation>另一分店不再看到該顧客；如有其訂單，則只見姓名縮寫。已開啟一天的資料卡會留到期滿為止。</translation>
        </message>
        <message>
            <source>The other value</source>
            <translation>另一內容</translation>
        </message>
        <message>
            <source>The other value stands now.</source>
            <translation>已改用另一內容。</translation>
        </message>
        <message>
            <source>The person was allowed to do this then, and is not any more.</source>
            <translation>該同事當時有此權限，現已沒有。</translation>
        </message>
        <message>
            <source>The person's role does not allow this.</source>
            <translation>該員工的職級不允許此操作。</translation>
        </message>
        <message>
            <source>The record belongs to another branch.</source>
            <translation>此紀錄屬於另一分店。</translation>
        </message>
        <message>
            <source>The record is no longer at this branch: it was moved or erased.</source>
            <translation>此紀錄已不在本店：已轉移或刪除。</translation>
        </message>
        <message>
            <source>The record is no longer on this PC.</source>
            <translation>此紀錄已不在這部電腦。</translation>
        </message>
        <message>
            <source>The six words</source>
            <translation>六個字詞</translation>
        </message>
        <message>
            <source>The store of PC {letter} is used in two places: its folder was copied to a second computer. Work on one of them only, and tell head office at once.</source>
            <translation>電腦 {letter} 的資料庫正在兩處使用：其資料夾曾被複製到另一部電腦。請只用其中一部，並立即通知總公司。</translation>
        </message>
        <message>
            <source>The whole address</source>
            <translation>完整地址</translation>
        </message>
        <message>
            <source>The whole number, such as 9123 4567</source>
            <translation>完整號碼，例如 9123 4567</translation>
        </message>
        <message>
            <source>There is no field {field} in it.</source>
            <translation>當中沒有 {field} 欄位。</translation>
        </message>
        <message>
            <source>There is nothing in it that this program can read.</source>
            <translation>當中沒有此程式可讀取的內容。</translation>
        </message>
        <message>
            <source>These are four digits.</source>
            <translation>須為四位數字。</translation>
        </message>
        <message>
            <source>These are {n} characters; there is room for {limit}. Shorten it.</source>
            <translation>共 {n} 個字，最多 {limit} 個字。請縮短。</translation>
        </message>
        <message>
            <source>They are the same</source>
            <translation>完全相同</translation>
        </message>
        <message>
            <source>This answers another request. Send head office the request that is shown now.</source>
            <translation>這是另一個請求的答覆。請把現在顯示的請求傳給總公司。</translation>
        </message>
        <message>
            <source>This branch gets the whole card and the other branch keeps only what its own orders need. Both branches are told.</source>
            <translation>本店會取得完整資料卡，另一分店只保留本身訂單所需的資料。兩店均會獲告知。</translation>
        </message>
        <message>
            <source>This computer has no keyring, so the first person must sign in now. Give a log-in and its password.</source>
            <translation>這部電腦沒有鑰匙圈，首位員工須立即登入。請輸入登入名稱及密碼。</translation>
        </message>
        <message>
            <source>This computer's keyring changed since. Make a new request.</source>
            <translation>這部電腦的鑰匙圈已改變。請建立新的請求。</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>此項必須填寫。</translation>
        </message>
        <message>
            <source>This is too much at once for head office.</source>
            <translation>一次過的資料太多，總公司未能接收。</translation>
        </message>
        <message>
            <source>This needs the line to head office, and it is cut just now. Nothing of it can be kept for later; try again when the top of the window says that it is on line.</source>
            <translation>此操作須連線到總公司，而目前離線，亦不能留待稍後。請待視窗頂部顯示已連線時再試。</translation>
        </message>
        <message>
            <source>This PC and head office differed {n} times this week and were brought together again. Tell head office; the disk of this PC may be failing.</source>
            <translation>這部電腦與總公司本星期有 {n} 次差異，已修正一致。請通知總公司；這部電腦的硬碟可能有故障。</translation>
        </message>
        <message>
            <source>This PC belongs to head office now. The same six words must stand there beside its name; if they do not, somebody is in between: have this PC taken off.</source>
            <translation>這部電腦現已屬於總公司。總公司在其名稱旁須顯示同樣的六個字詞；如不同，即有人從中介入：請把這部電腦除名。</translation>
        </message>
        <message>
            <source>This PC belongs to no head office. See: jewelcrm-admin enrol</source>
            <translation>這部電腦不屬於任何總公司。請參閱：jewelcrm-admin enrol</translation>
        </message>
        <message>
            <source>This PC belongs to no head office. Use the printed recovery code.</source>
            <translation>這部電腦不屬於任何總公司。請使用列印的復原碼。</translation>
        </message>
        <message>
            <source>This PC belongs to the head office at {url} already.</source>
            <translation>這部電腦已屬於 {url} 的總公司。</translation>
        </message>
        <message>
            <source>This PC belongs to {branch} now. Its letter is {letter}.</source>
            <translation>這部電腦現屬於{branch}，字母為 {letter}。</translation>
        </message>
        <message>
            <source>This PC has not asked for its key. Make a request first.</source>
            <translation>這部電腦還沒有請求金鑰。請先建立請求。</translation>
        </message>
        <message>
            <source>This PC has worked without head office for as long as it may. Connect it to the network: as soon as head office answers, everything is here again. Nothing is lost. If the date of this computer is wrong, set it.</source>
            <translation>這部電腦離線工作已達總公司所容許的期限。請接上網絡：總公司一回應，一切便會恢復。資料沒有遺失。如電腦日期不正確，請校正。</translation>
        </message>
        <message>
            <source>This PC is getting its first copy</source>
            <translation>這部電腦正進行首次複製</translation>
        </message>
        <message>
            <source>This PC sends and receives nothing any more. Ask head office where it belongs now.</source>
            <translation>這部電腦不再收發資料。請向總公司查詢它現屬何處。</translation>
        </message>
        <message>
            <source>This PC was off line for longer than head office allows</source>
            <translation>這部電腦離線的時間超過總公司所容許</translation>
        </message>
        <message>
            <source>This PC's clock and head office's do not agree. Set the computer's date and time.</source>
            <translation>這部電腦與總公司的時鐘不一致。請設定電腦的日期及時間。</translation>
        </message>
        <message>
            <source>This PC's disk is full</source>
            <translation>這部電腦的硬碟已滿</translation>
        </message>
        <message>
            <source>This program is too old for head office</source>
            <translation>此程式版本太舊，與總公司不符</translation>
        </message>
        <message>
            <source>This program is too old to join head office: nobody could prove who did what on this PC. Update the program first, then enrol with the same code.</source>
            <translation>此程式版本太舊，不能加入總公司：在這部電腦上無人能證明誰做了甚麼。請先更新程式，再用同一代碼加入。</translation>
        </message>
        <message>
            <source>This program is too old to read from head office. Update it; work is still sent.</source>
            <translation>此程式版本太舊，未能讀取總公司資料。請更新；工作仍會傳送。</translation>
        </message>
        <message>
            <source>This result is too old. Look the customer up again.</source>
            <translation>查詢結果已過時，請重新查詢該顧客。</translation>
        </message>
        <message>
            <source>This shop stands alone</source>
            <translation>本店獨立運作</translation>
        </message>
        <message>
            <source>This shop's customers, orders and people go to head office and become one branch of the company. Nothing is removed here, and work goes on meanwhile.</source>
            <translation>本店的顧客、訂單及員工資料會傳到總公司，成為公司的一間分店。本機資料不會移除，期間照常工作。</translation>
        </message>
        <message>
            <source>tomorrow {time}</source>
            <translation>明日 {time}</translation>
        </message>
        <message>
            <source>Two administrators are needed: one asks, the other seconds.</source>
            <translation>須由兩位管理員處理：一位提出，另一位確認。</translation>
        </message>
        <message>
            <source>Two answers about consent met. The stricter one stands.</source>
            <translation>收到兩個同意答覆，以較嚴格者為準。</translation>
        </message>
        <message>
            <source>Two papers have the number {number}: a PC was put back and gave it again. Both are kept and found by it; write a mark on the later one.</source>
            <translation>兩張單據編號同為 {number}：一部電腦還原後再次用了這個編號。兩張都會保留，也可用編號找到；請在較後的一張上註明。</translation>
        </message>
        <message>
            <source>Two payments look like one taken twice: {subject}, receipt {number}, {amount}.</source>
            <translation>兩筆付款似為重複收取：{subject}，收據 {number}，{amount}。</translation>
        </message>
        <message>
            <source>Type head office's address as it was given to you, e.g. https://office.example:8443</source>
            <translation>請輸入總公司給您的網址，例如 https://office.example:8443</translation>
        </message>
        <message>
            <source>Type the last four digits of the phone number.</source>
            <translation>請輸入電話號碼末四位數字。</translation>
        </message>
        <message>
            <source>Type the whole phone number.</source>
            <translation>請輸入完整電話號碼。</translation>
        </message>
        <message>
            <source>Type what to look for.</source>
            <translation>請輸入要查詢的資料。</translation>
        </message>
        <message>
            <source>Type what you are looking for.</source>
            <translation>請輸入要查詢的資料。</translation>
        </message>
        <message>
            <source>Use the other value</source>
            <translation>改用另一內容</translation>
        </message>
        <message>
            <source>waiting until head office has compared the six words</source>
            <translation>等候總公司核對六個字詞</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>等候中</translation>
        </message>
        <message>
            <source>What head office sent does not open with this PC's key.</source>
            <translation>總公司傳來的內容無法用這部電腦的金鑰開啟。</translation>
        </message>
        <message>
            <source>What stands below is settled by a manager. Nothing is lost meanwhile.</source>
            <translation>以下各項由經理處理，期間資料不會遺失。</translation>
        </message>
        <message>
            <source>What stands below is settled with one click each. Nothing is lost meanwhile.</source>
            <translation>以下各項按一下即可處理，期間資料不會遺失。</translation>
        </message>
        <message>
            <source>What this means</source>
            <translation>這是甚麼意思</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>What to look at</source>
            <translation>要查看的項目</translation>
        </message>
        <message>
            <source>What you do here is known at head office a moment later.</source>
            <translation>您在此所做的，總公司片刻後即知。</translation>
        </message>
        <message>
            <source>What you do here is still sent. News from head office comes again after the program has been updated.</source>
            <translation>您在此所做的仍會傳送。更新程式後會再收到總公司的新資料。</translation>
        </message>
        <message>
            <source>When two branches change one field, both values are kept and shown here.</source>
            <translation>兩間分店改動同一欄位時，兩個內容均會保留並在此顯示。</translation>
        </message>
        <message>
            <source>Whoever answers at head office's address is not head office: a proxy or another program on the way shows a certificate of its own. Nothing is sent. Ask for head office's address to be let through unopened.</source>
            <translation>在總公司網址回應的並非總公司：途中有代理伺服器或其他程式出示自己的證書。沒有傳送任何資料。請要求讓總公司網址直接通過，不作檢視。</translation>
        </message>
        <message>
            <source>Whoever answers at this address does not know the code: it is not your head office, or somebody stands in between. Nothing was sent but this PC's public keys. Tell head office.</source>
            <translation>在此網址回應的一方不知道代碼：它並非您的總公司，或有人從中介入。除這部電腦的公開金鑰外，沒有傳送任何資料。請通知總公司。</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Work goes on as usual. All is kept here and is sent by itself when the line is back.</source>
            <translation>照常工作。所有資料保存在本機，恢復連線後自動傳送。</translation>
        </message>
        <message>
            <source>Work that head office cannot take is kept here with the reason.</source>
            <translation>總公司未能接收的工作會連同原因保存在此。</translation>
        </message>
        <message>
            <source>You are not allowed to do this. Ask your manager.</source>
            <translation>您沒有此權限，請向經理查詢。</translation>
        </message>
        <message>
            <source>You asked: another administrator must second it.</source>
            <translation>由您提出：須由另一位管理員確認。</translation>
        </message>
        <message>
            <source>You can work already: people, products and open business are here. The rest follows.</source>
            <translation>您已可工作：員工、貨品及未完成事項已到，其餘陸續送達。</translation>
        </message>
        <message>
            <source>You have looked up many customers just now. Wait a little, or ask your manager.</source>
            <translation>您剛才查詢了很多顧客。請稍候，或詢問經理。</translation>
        </message>
        <message>
            <source>You have not signed in on this PC yet, and head office cannot be reached to check the password. Somebody who has can sign in meanwhile.</source>
            <translation>您尚未在這部電腦登入過，而未能聯絡總公司核對密碼。曾登入的同事可先行登入。</translation>
        </message>
        <message>
            <source>Your log-in name</source>
            <translation>您的登入名稱</translation>
        </message>
        <message>
            <source>Your password</source>
            <translation>您的密碼</translation>
        </message>
        <message>
            <source>Your work is kept here and is sent again by itself. Tell head office.</source>
            <translation>您的工作保存在本機，會自動重新傳送。請通知總公司。</translation>
        </message>
        <message>
            <source>Your work is kept here and is sent as soon as there is room. Tell head office.</source>
            <translation>您的工作保存在本機，有空間便會傳送。請通知總公司。</translation>
        </message>
        <message>
            <source>{done} of {total} records</source>
            <translation>{total} 筆紀錄中的 {done} 筆</translation>
        </message>
        <message>
            <source>{n} change</source>
            <translation>{n} 項改動</translation>
        </message>
        <message>
            <source>{n} changes</source>
            <translation>{n} 項改動</translation>
        </message>
        <message>
            <source>{n} characters</source>
            <translation>共 {n} 個字</translation>
        </message>
        <message>
            <source>{n} day</source>
            <translation>{n} 天</translation>
        </message>
        <message>
            <source>{n} day left</source>
            <translation>尚餘 {n} 天</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} 天</translation>
        </message>
        <message>
            <source>{n} days left</source>
            <translation>尚餘 {n} 天</translation>
        </message>
        <message>
            <source>{n} hour</source>
            <translation>{n} 小時</translation>
        </message>
        <message>
            <source>{n} hour left</source>
            <translation>尚餘 {n} 小時</translation>
        </message>
        <message>
            <source>{n} hours</source>
            <translation>{n} 小時</translation>
        </message>
        <message>
            <source>{n} hours left</source>
            <translation>尚餘 {n} 小時</translation>
        </message>
        <message>
            <source>{n} look-up left this hour</source>
            <translation>本小時尚可查詢 {n} 次</translation>
        </message>
        <message>
            <source>{n} look-ups left this hour</source>
            <translation>本小時尚可查詢 {n} 次</translation>
        </message>
        <message>
            <source>{n} minute</source>
            <translation>{n} 分鐘</translation>
        </message>
        <message>
            <source>{n} minutes</source>
            <translation>{n} 分鐘</translation>
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
            <translation>{subject} 的電話或電郵屬於一位曾要求刪除資料的人。如屬同一人，請先徵求同意才保留資料，或再次刪除。</translation>
        </message>
        <message>
            <source>{who} ({branch})</source>
            <translation>{who}（{branch}）</translation>
        </message>
        <message>
            <source>{who} changed “{field}” at {time}, while it was being changed here too.</source>
            <translation>{who} 於 {time} 更改了「{field}」，而本店同時亦有更改。</translation>
        </message>
        <message>
            <source>{who} looked for other branches' customers {n} times today and found nobody.</source>
            <translation>{who} 今日 {n} 次查詢其他分店的顧客均找不到。</translation>
        </message>
        <message>
            <source>{who} moved {subject} from {left} to {to}.</source>
            <translation>{who} 將 {subject} 由 {left} 轉到 {to}。</translation>
        </message>
        <message>
            <source>{who} of {left} no longer shares {subject} with {to}.</source>
            <translation>{left} 的 {who} 不再與 {to} 共用 {subject}。</translation>
        </message>
        <message>
            <source>{who} of {left} shares {subject} with {to}.</source>
            <translation>{left} 的 {who} 與 {to} 共用 {subject}。</translation>
        </message>
        <message>
            <source>{who} opened the card of {subject}.</source>
            <translation>{who} 開啟了 {subject} 的資料。</translation>
        </message>
        <message>
            <source>{who} signed in on a PC of this branch, and head office took it on trust: the program is new there. If it was somebody else, tell head office.</source>
            <translation>{who} 在本店一部電腦登入，總公司暫予信任：該電腦的程式剛更新。如不是本人，請通知總公司。</translation>
        </message>
        <message>
            <source>“{field}” was changed in two places before one knew of the other.</source>
            <translation>「{field}」在兩處被更改，雙方當時互不知情。</translation>
        </message>
    </context>
</TS>
