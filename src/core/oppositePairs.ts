/** Pairs of words that say the opposite, one pair of lists a line; the words of one side need not mean the same. */
export const oppositePairs = `
동기, 동기식, synchronous, sync | 비동기, 비동기식, asynchronous, async
상태 저장, 상태 유지, 스테이트풀, stateful | 상태 비저장, 상태 비유지, 무상태, 스테이트리스, stateless
수평, horizontal | 수직, vertical
수평 확장, 스케일 아웃, scale out | 수직 확장, 스케일 업, scale up
스케일 아웃, 확장, scale out, 확대 | 스케일 인, 축소, scale in
스케일 업, scale up | 스케일 다운, scale down
공개, 퍼블릭, 공용, public | 비공개, 프라이빗, 사설, 전용, private
공인 | 사설
읽기, 리드, read, 조회 | 쓰기, 라이트, write
인바운드, 수신, inbound | 아웃바운드, 송신, 발신, outbound
인그레스, ingress | 이그레스, egress
들어오는, 수신, incoming | 나가는, 송신, outgoing
허용, allow, 허가, 승인, 수락, permit, accept | 거부, 차단, 거절, 금지, deny, block, reject
화이트리스트, 허용 목록, whitelist, allowlist | 블랙리스트, 차단 목록, blacklist, denylist, blocklist
활성, 액티브, active | 대기, 비활성, 스탠바이, 패시브, 수동, standby, passive, inactive
활성화, 켜기, enable, enabled, 사용 | 비활성화, 끄기, disable, disabled, 미사용
켬, 켜짐, 온, on | 끔, 꺼짐, 오프, off
최소, 최솟값, 최저, 미니멈, minimum, min | 최대, 최댓값, 최고, 맥시멈, maximum, max
이상 | 이하, 미만
초과 | 미만, 이하
푸시, 푸쉬, push | 풀, 당기기, 폴링, pull, poll
강한, 강력한, strong | 최종, 궁극적, 약한, eventual, weak
정적, 스태틱, static | 동적, 다이내믹, dynamic
자동, 오토, automatic, auto, automated | 수동, 매뉴얼, manual
주, 프라이머리, 기본, 마스터, primary, master | 보조, 세컨더리, 복제, 슬레이브, secondary, slave, replica
원본, 소스, source | 대상, 사본, 타깃, target, destination
클라이언트, client | 서버, server
생산자, 프로듀서, producer | 소비자, 컨슈머, consumer
게시, 발행, publish, publisher | 구독, subscribe, subscriber
게시자, 발행자 | 구독자
송신자, 발신자, sender | 수신자, receiver, recipient
요청, request | 응답, response
암호화, encryption, encrypt, encrypted | 복호화, 평문, decryption, decrypt, decrypted
인코딩, encoding, encode | 디코딩, decoding, decode
압축, compress | 해제, decompress
대칭, symmetric | 비대칭, asymmetric
정규화, normalization | 비정규화, 역정규화, 반정규화, denormalization
관계형, relational | 비관계형, nonrelational
SQL | NoSQL
직렬, 순차, serial, sequential | 병렬, 동시, parallel, concurrent
직접, direct | 간접, indirect
전역, 글로벌, global | 지역, 로컬, 리전별, local, regional
내부, internal, 안쪽, 인트라넷 | 외부, external, 바깥쪽, 인터넷
상향, 업스트림, upstream | 하향, 다운스트림, downstream
업로드, 올리기, upload | 다운로드, 내려받기, download
가져오기, 임포트, import | 내보내기, 익스포트, export
포함, include, inclusive | 제외, exclude, exclusive
연결, attach, connect, 접속 | 분리, 해제, detach, disconnect
마운트, mount | 언마운트, unmount
잠금, 락, lock | 잠금 해제, 언락, unlock
시작, start, 개시 | 중지, 종료, 정지, stop, terminate, end
생성, 만들기, create | 삭제, 지우기, delete
추가, add, 삽입, insert | 제거, 빼기, remove, delete
증가, increase, increment, 늘리기 | 감소, decrease, decrement, 줄이기
가산 | 감산
오름차순, ascending, asc | 내림차순, descending, desc
위, 상위, 부모, parent, upper | 아래, 하위, 자식, child, lower
앞, 이전, before, previous | 뒤, 이후, 다음, after, next
전방, forward | 후방, backward
순방향, 정방향, forward | 역방향, reverse
선입선출, FIFO, first in first out | 후입선출, LIFO, last in first out
first in | first out
장기, long-term | 단기, short-term
긴 폴링, 롱 폴링, long polling, 긴 | 짧은 폴링, 쇼트 폴링, 숏 폴링, short polling, 짧은
콜드, cold | 핫, 웜, hot, warm
콜드 스타트, cold start | 웜 스타트, warm start
하드, hard | 소프트, soft
낙관적, 낙관, optimistic | 비관적, 비관, pessimistic
블로킹, blocking | 논블로킹, nonblocking
유상, 유료, paid | 무상, 무료, free
유한, 제한, limited, finite | 무한, 무제한, unlimited, infinite
가변, mutable, variable | 불변, immutable, constant
휘발성, volatile | 비휘발성, 영구, nonvolatile, persistent
일시적, 임시, temporary, ephemeral | 영구적, 영구, permanent, persistent
가능, 가능한, possible, available | 불가능, 불가, 불가능한, impossible, unavailable
명시적, explicit | 암시적, 암묵적, 묵시적, implicit
필수, required, mandatory | 선택, 옵션, optional
단일, 싱글, single | 다중, 멀티, 복수, multi, multiple
고가용성 | 저가용성
높은, 고, high | 낮은, 저, low
빠른, fast | 느린, slow
성공, success, succeed | 실패, failure, fail
정상, healthy | 비정상, 이상, unhealthy
참, true, 예, yes | 거짓, false, 아니오, no
양수, positive, 양성 | 음수, negative, 음성
있음, 있는 | 없음, 없는
관리형, 매니지드, managed | 비관리형, 언매니지드, 자체 관리형, unmanaged, self-managed
온프레미스, on-premises | 클라우드, cloud
동쪽, east | 서쪽, west
북쪽, north | 남쪽, south
장애 조치, 페일오버, failover | 장애 복구, 페일백, failback
소유자, owner | 손님, guest
업, up | 다운, down
인, in | 아웃, out
`;

/** Different words one slip apart that are right somewhere: neither is a misspelling of the other. */
export const lookalikePairs = `
가용성 | 사용성
인증, 인지 | 인정, 인가
principal | principle
ingest | digest
affect | effect
`;
